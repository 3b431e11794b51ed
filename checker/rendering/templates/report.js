"use strict";
(function () {
  var form = document.querySelector("form.tools");
  var opened = [];
  var rows = null;

  function every(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function chosen(name) { return every('input[name="' + name + '"]:checked', form).map(function (box) { return box.value; }); }

  /* A note that has no such mark is not touched by that filter. */
  function wanted(note, chosenNames, rule) {
    return ["severity", "verdict", "effect", "decision"].every(function (name) {
      var value = note.dataset[name];
      return !value || !form.elements[name] || chosenNames[name].indexOf(value) >= 0;
    }) && (!rule || note.dataset.rule === rule);
  }

  /* The rows with notes, and for each note its marks in the text: looked up once, a code has thousands. */
  function rowsOfNotes() {
    return every(".law .row:not(.plain)").map(function (row) {
      var parts = {};
      every(".text [data-number]", row).forEach(function (part) {
        (parts[part.dataset.number] = parts[part.dataset.number] || []).push(part);
      });
      return { row: row, notes: every(".note", row).map(function (note) {
        return { note: note, parts: parts[note.dataset.number] || [] };
      }) };
    });
  }

  /* Only what changes is touched: all else would be laid out anew. */
  function show(one, hidden) {
    if (one.note.hidden === hidden) { return; }
    one.note.hidden = hidden;
    one.parts.forEach(function (part) {
      if (part.tagName === "MARK") { part.classList.toggle("quiet", hidden); } else { part.hidden = hidden; }
    });
  }

  function apply() {
    var names = { severity: chosen("severity"), verdict: chosen("verdict"), effect: chosen("effect"), decision: chosen("decision") };
    var rule = form.elements.rule.value;
    var shown = 0, all = 0;
    rows = rows || rowsOfNotes();
    rows.forEach(function (held) {
      var left = 0;
      held.notes.forEach(function (one) {
        var hidden = !wanted(one.note, names, rule);
        show(one, hidden);
        left += hidden ? 0 : 1;
      });
      held.row.classList.toggle("unnoted", !left);
      shown += left;
      all += held.notes.length;
    });
    document.querySelector(".law").classList.toggle("only-noted", form.elements.noted.checked);
    form.querySelector("output").textContent =
      form.dataset.count.replace("{shown}", shown).replace("{all}", all);
  }

  /* A link must always arrive: what a filter or a closed <details> hides is shown again. */
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    for (var up = target; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    if (form && (target.hidden || !target.getClientRects().length)) { form.reset(); apply(); }
    target.scrollIntoView();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
    apply();
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  window.addEventListener("beforeprint", function () {
    opened = every("details:not([open]):not(.folded)");
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });
}());
