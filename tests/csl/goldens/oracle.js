// Renders one job with citeproc-js and prints the result as JSON. Run by generate.py; never a part of the library.
//
// Job (a JSON file, the only argument): {style, locales, locale, items, citations, notes}
//   style: CSL as text; locales: folder of locales-xx-XX.xml; notes: whether each citation is a footnote.
// Result: {version, citations: [html], bibliography: [[id, html]], layout}; an entry with nothing to print is not there
"use strict";
const fs = require("fs");
const path = require("path");
const CSL = require("citeproc");

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const items = Object.fromEntries(job.items.map((item) => [item.id, item]));
const modes = { narrative: "composite", "suppress-author": "suppress-author", "author-only": "author-only" };
const quiet = () => {};
CSL.debug = quiet;
const system = {
    retrieveLocale: (tag) => {
        const file = path.join(job.locales, `locales-${tag}.xml`);
        return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
    },
    retrieveItem: (id) => items[id],
};

const engine = new CSL.Engine(system, job.style, job.locale, true);
const citations = job.citations.map((citation, index) => ({
    citationID: `c${index}`,
    citationItems: citation.cites.map((cite) => ({ ...cite })),
    properties: { noteIndex: job.notes ? index + 1 : 0, ...(citation.mode ? { mode: modes[citation.mode] } : {}) },
}));
const rendered = engine.rebuildProcessorState(citations, "html");
const [layout, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
const empty = new Set((layout.bibliography_errors || []).map((one) => one.itemID));
const ids = layout.entry_ids.map((one) => one[0]).filter((id) => !empty.has(id));
if (ids.length !== entries.length) throw new Error(`${ids.length} ids, ${entries.length} entries`);
process.stdout.write(JSON.stringify({
    version: CSL.PROCESSOR_VERSION,
    citations: rendered.map((one) => one[2]),
    bibliography: entries.map((html, index) => [ids[index], html]),
    layout: { hanging: layout.hangingindent || 0, align: layout["second-field-align"] || null, entry: layout.entryspacing || 0, line: layout.linespacing || 0 },
}));
