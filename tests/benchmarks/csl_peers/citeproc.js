// citeproc-js: STYLE.csl REFERENCES.json OUTPUT LOCALES, as one process.
"use strict";
const fs = require("fs");
const path = require("path");
const CSL = require("citeproc");

const [style, references, output, locales] = process.argv.slice(2);
const works = JSON.parse(fs.readFileSync(references, "utf8"));
const byId = new Map(works.map((work) => [work.id, work]));
CSL.debug = () => {};
const system = {
    retrieveLocale: (tag) => {
        const file = path.join(locales, `locales-${tag}.xml`);
        return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
    },
    retrieveItem: (id) => byId.get(id),
};
const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"), "en-US", true);
const citations = works.map((work) => ({ citationID: `c-${work.id}`, citationItems: [{ id: work.id }], properties: { noteIndex: 0 } }));
const lines = engine.rebuildProcessorState(citations, "text").map((one) => one[2]);
lines.push(...engine.makeBibliography()[1].map((entry) => entry.trim()));
fs.writeFileSync(output, lines.join("\n") + "\n");
