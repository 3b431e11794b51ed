"use strict";
(function () {
  var form = document.querySelector("form.tools");
  if (!form) { return; }
  var held = JSON.parse(document.getElementById("index-data").textContent);
  var body = document.getElementById("index-rows");
  var more = document.getElementById("index-more");
  var pattern = body.rows[0].cloneNode(true);
  var found = [], shown = 0, waiting = 0;

  /* What a search compares, made once: letters of one case, and the verdicts one letter a standard. */
  var drafts = held.drafts.map(function (draft, place) {
    return {
      draft: draft, number: place + 1, words: (draft[0] + "\n" + draft[1]).toLowerCase(),
      letters: draft[7].replace(/([a-z.])(\d+)/g, function (run, letter, count) { return letter.repeat(Number(count)); })
    };
  });

  function figure(count) { return String(count).replace(/\B(?=(\d{3})+$)/g, held.thousands); }

  function wanted() {
    var words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var severity = form.elements.severity.value, language = form.elements.language.value;
    var standard = held.standards.indexOf(form.elements.standard.value);
    var verdict = form.elements.verdict.value;
    var letters = verdict ? held.letters[verdict] : held.letters.incompatible + held.letters.missing + held.letters.review;
    return drafts.filter(function (one) {
      return (!language || one.draft[2] === language) &&
        (!severity || one.draft[5][severity] > 0) &&
        (standard < 0 || letters.indexOf(one.letters.charAt(standard)) >= 0) &&
        words.every(function (word) { return one.words.indexOf(word) >= 0; });
    });
  }

  function rowOf(one) {
    var row = pattern.cloneNode(true), draft = one.draft, cells = row.cells;
    var link = cells[1].querySelector("a");
    cells[0].textContent = figure(one.number);
    link.href = draft[3];
    link.lang = draft[2];
    link.textContent = draft[0];
    cells[1].querySelector(".path").textContent = draft[1];
    cells[2].textContent = held.languages[draft[2]];
    cells[3].textContent = draft[4];
    draft[5].forEach(function (count, place) {
      var told = cells[4 + place].firstElementChild;
      told.textContent = figure(count);
      told.classList.toggle("n", count > 0);
    });
    draft[6].forEach(function (count, place) { cells[4 + draft[5].length + place].textContent = figure(count); });
    return row;
  }

  function grow() {
    var part = document.createDocumentFragment();
    found.slice(shown, shown + held.shown).forEach(function (one) { part.appendChild(rowOf(one)); });
    shown = Math.min(shown + held.shown, found.length);
    body.appendChild(part);
    if (more) { more.parentElement.hidden = shown >= found.length; }
    form.querySelector("output").textContent = form.dataset.count
      .replace("{shown}", figure(shown)).replace("{found}", figure(found.length)).replace("{all}", figure(drafts.length));
  }

  function apply() {
    form.elements.verdict.disabled = !form.elements.standard.value;
    found = wanted();
    shown = 0;
    body.textContent = "";
    grow();
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(apply, 150); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply); });
  if (more) { more.addEventListener("click", grow); }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-standard]");
    if (!link) { return; }
    form.reset();
    setTimeout(function () { form.elements.standard.value = link.dataset.standard; apply(); });
  });
  apply();
}());
