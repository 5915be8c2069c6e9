// Search, filters and neighbours of a picture. Reads what Python wrote beside it; asks nothing of any network.
(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("isi").textContent);
  var svg = document.querySelector("figure > svg");
  var byId = function (id) { return document.getElementById(id); };
  var search = byId("cari"), count = byId("jumlah"), panel = byId("rincian"), filters = [];
  var chosen = null;

  // Every part of the picture that belongs to a node: its row, its bar, its cell, its column.
  function parts(id) {
    return [id, id + "-batang", id + "-kolom", "k-" + id + "-sel"].map(byId).filter(Boolean);
  }

  var neighbours = {};
  data.simpul.forEach(function (node) { neighbours[node.id] = []; });
  data.tetangga.forEach(function (pair) {
    neighbours[pair[0]].push(pair[1]);
    neighbours[pair[1]].push(pair[0]);
  });
  var nodes = {};
  data.simpul.forEach(function (node) {
    nodes[node.id] = node;
    node.cari = (node.nama + " " + node.keterangan).toLowerCase();
  });

  svg.setAttribute("role", "group");
  var view = svgPanZoom(svg, { zoomScaleSensitivity: 0.3, minZoom: 0.5, maxZoom: 30, fit: true, center: true,
    dblClickZoomEnabled: false });
  function settle() {
    var isWhole = view.getZoom() < 1.05;  // asked first: after a change of size the measure is another
    view.resize();
    if (isWhole) { view.fit(); view.center(); }
  }
  window.addEventListener("resize", settle);

  function passes(node) {
    var words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return words.every(function (word) { return node.cari.indexOf(word) >= 0; }) &&
      filters.every(function (box) { return !box.value || node[box.name].indexOf(box.value) >= 0; });
  }

  function isFiltering() {
    return search.value.trim() !== "" || filters.some(function (box) { return box.value; });
  }

  function mark(kept) {
    svg.querySelectorAll(".cocok").forEach(function (part) { part.classList.remove("cocok"); });
    svg.querySelectorAll(".dipilih").forEach(function (part) { part.classList.remove("dipilih"); });
    svg.classList.toggle("disaring", kept !== null);
    (kept || []).forEach(function (id) {
      parts(id).forEach(function (part) { part.classList.add("cocok"); });
    });
  }

  function refresh() {
    var found = data.simpul.filter(passes);
    chosen = null;
    mark(isFiltering() ? found.map(function (node) { return node.id; }) : null);
    count.textContent = isFiltering() ? found.length + " dari " + data.simpul.length + " ditemukan" : "";
    if (isFiltering()) { show("Hasil pencarian", "", null, found.slice(0, 60)); } else { panel.hidden = true; settle(); }
  }

  function show(title, text, address, list) {
    panel.textContent = "";
    var head = document.createElement("h2");
    head.textContent = title;
    panel.appendChild(head);
    if (text) { var line = document.createElement("p"); line.textContent = text; panel.appendChild(line); }
    if (address) {
      var link = document.createElement("a");
      link.href = address; link.rel = "noopener noreferrer"; link.target = "_blank"; link.textContent = "Buka halamannya";
      panel.appendChild(link);
    }
    var rows = document.createElement("ul");
    list.forEach(function (node) {
      var row = document.createElement("li"), button = document.createElement("button");
      button.type = "button"; button.textContent = node.nama;
      button.addEventListener("click", function () { choose(node.id); });
      row.appendChild(button); rows.appendChild(row);
    });
    panel.appendChild(rows);
    panel.hidden = false;
    settle();
  }

  function choose(id) {
    var near = Array.from(new Set(neighbours[id]));
    chosen = id;
    mark([id].concat(near));
    parts(id).forEach(function (part) { part.classList.add("dipilih"); });
    data.hubungan.forEach(function (edge) {
      if (edge.ujung.indexOf(id) < 0) { return; }
      [edge.id].concat(edge.lewat).forEach(function (line) {
        [line, "nama-" + line].map(byId).filter(Boolean).forEach(function (part) { part.classList.add("cocok"); });
      });
    });
    var text = nodes[id].keterangan + (near.length ? " — berhubungan dengan " + near.length + ":" : " — tanpa hubungan di gambar ini.");
    show(nodes[id].nama, text, nodes[id].alamat, near.map(function (other) { return nodes[other]; }));
    centre(id);
  }

  function centre(id) {
    var part = parts(id)[0];
    if (!part) { return; }
    if (view.getZoom() < 2) { view.zoom(2); }
    var box = part.getBoundingClientRect(), frame = svg.getBoundingClientRect();
    view.panBy({ x: frame.left + frame.width / 2 - (box.left + box.width / 2),
      y: frame.top + frame.height / 2 - (box.top + box.height / 2) });
  }

  function clear() {
    search.value = "";
    filters.forEach(function (box) { box.value = ""; });
    refresh();
    view.reset();
  }

  data.saringan.forEach(function (filter) {
    var box = document.createElement("select");
    box.name = filter.kunci;
    box.setAttribute("aria-label", filter.judul);
    [["", filter.judul + ": semua"]].concat(filter.pilihan.map(function (word) { return [word, word]; }))
      .forEach(function (pair) {
        var option = document.createElement("option");
        option.value = pair[0]; option.textContent = pair[1];
        box.appendChild(option);
      });
    box.addEventListener("change", refresh);
    filters.push(box);
    search.insertAdjacentElement("afterend", box);
  });

  // Between its letters a row has nothing to click on: a clear rectangle behind them takes the click.
  function fill(part) {
    var box = part.getBBox(), area = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ["x", "y", "width", "height"].forEach(function (name) { area.setAttribute(name, box[name]); });
    area.setAttribute("fill", "transparent");
    part.insertBefore(area, part.firstChild);
  }

  data.simpul.forEach(function (node) {
    parts(node.id).forEach(function (part, index) {
      fill(part);
      if (index === 0) {
        part.setAttribute("tabindex", "0");
        part.setAttribute("role", "button");
        part.setAttribute("aria-label", node.nama);
        part.addEventListener("keydown", function (event) { if (event.key === "Enter") { choose(node.id); } });
      }
      part.addEventListener("click", function (event) { event.preventDefault(); choose(node.id); });
    });
  });
  svg.querySelectorAll("a").forEach(function (link) {
    link.addEventListener("click", function (event) { event.preventDefault(); });
  });
  search.addEventListener("input", refresh);
  search.addEventListener("keydown", function (event) {
    var first = data.simpul.filter(passes)[0];
    if (event.key === "Enter" && first && search.value.trim()) { choose(first.id); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { clear(); }
  });
  byId("dekat").addEventListener("click", function () { view.zoomIn(); });
  byId("jauh").addEventListener("click", function () { view.zoomOut(); });
  byId("bersih").addEventListener("click", clear);
}());
