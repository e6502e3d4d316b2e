// citation-js: FILE.bib or FILE.ris, read to CSL-JSON items.
const fs = require("fs");
const { plugins } = require("@citation-js/core");
require(process.argv[2].endsWith(".ris") ? "@citation-js/plugin-ris" : "@citation-js/plugin-bibtex");
const items = plugins.input.chain(fs.readFileSync(process.argv[2], "utf8"), { generateGraph: false });
console.log(items.length, Math.floor(process.resourceUsage().maxRSS / 1024));
