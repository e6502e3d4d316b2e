(function () {
  "use strict";
  var all = function (query, within) { return Array.prototype.slice.call((within || document).querySelectorAll(query)); };
  var form = document.getElementById("filters"), count = document.getElementById("count"), panel = document.getElementById("evidence");
  var rows = all("#studies tbody tr"), texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var others = all(".matrix tbody tr");
  form.hidden = false;

  function filter() {
    var words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean), from = +form.from.value || -1e9, to = +form.to.value || 1e9;
    var dated = form.from.value || form.to.value, shown = {}, number = 0;
    rows.forEach(function (row, at) {
      var year = row.dataset.year, fits = words.every(function (word) { return texts[at].indexOf(word) >= 0; });
      if (dated && (!year || +year < from || +year > to)) { fits = false; }
      if (form.language.value && row.dataset.language !== form.language.value) { fits = false; }
      if (form.open.checked && !row.dataset.open) { fits = false; }
      row.hidden = !fits;
      if (fits) { shown[row.dataset.key] = true; number += 1; }
    });
    others.forEach(function (row) { row.hidden = !shown[row.dataset.key]; });
    count.textContent = count.dataset.words.replace("{shown}", number).replace("{all}", rows.length);
  }
  form.addEventListener("input", filter);
  form.addEventListener("reset", function () { setTimeout(filter); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  all("#studies thead th").forEach(function (head, column) {
    var button = head.querySelector("button");
    if (!button) { return; }
    button.addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") !== "ascending", body = rows[0] && rows[0].parentNode;
      all("#studies thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      rows.slice().sort(function (one, other) {
        var a = one.cells[column].dataset.sort || one.cells[column].textContent, b = other.cells[column].dataset.sort || other.cells[column].textContent;
        return (up ? 1 : -1) * a.localeCompare(b, document.documentElement.lang, { numeric: true });
      }).forEach(function (row) { body.appendChild(row); });
    });
  });

  function show(button) {
    var key = button.closest("tr").dataset.key, aspect = button.closest("table").dataset.aspect;
    var row = rows.filter(function (one) { return one.dataset.key === key; })[0], place = row && row.querySelector('dd[data-aspect="' + aspect + '"]');
    panel.textContent = "";
    if (!place) { return; }
    var name = document.createElement("strong");
    name.textContent = row.cells[0].textContent + ": ";
    panel.appendChild(name);
    Array.prototype.forEach.call(place.childNodes, function (node) { panel.appendChild(node.cloneNode(true)); });
  }
  document.addEventListener("click", function (event) { if (event.target.matches(".matrix td button")) { show(event.target); } });
  document.addEventListener("focusin", function (event) { if (event.target.matches(".matrix td button")) { show(event.target); } });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { panel.textContent = ""; } });
  all("[data-find]").forEach(function (button) {
    button.addEventListener("click", function () {
      form.q.value = button.dataset.find;
      filter();
      document.getElementById("studies").scrollIntoView();
    });
  });
  filter();
})();
