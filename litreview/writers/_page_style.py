"""The style sheet of the HTML output: quiet on screen, a thesis page on paper."""

CSS = """\
:root { color-scheme: light dark; --quiet: #5f5f5f; }
body { margin: 0; font: 1.06rem/1.6 "Times New Roman", "Liberation Serif", Tinos, serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.3rem; text-align: center; text-transform: uppercase; line-height: 1.4; margin: 2.5rem 0 1.5rem; }
h2, h3, h4 { font-size: 1.1rem; line-height: 1.4; margin: 1.8rem 0 .6rem; }
h3 { font-size: 1.06rem; }
p { margin: 0 0 .8rem; overflow-wrap: break-word; }
a { text-underline-offset: .15em; }
a.cite { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
:target { background: #fff3bf; color: #000; scroll-margin-top: 2rem; }
.table { overflow-x: auto; margin: 1.4rem 0; }
table { border-collapse: collapse; width: 100%; min-width: 38rem; font-size: .88rem; line-height: 1.35; }
caption { caption-side: top; text-align: center; padding-bottom: .5rem; font-size: 1rem; }
caption .label { font-weight: bold; }
th, td { border: 1px solid; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: color-mix(in srgb, currentColor 8%, transparent); }
td p:last-child { margin-bottom: 0; }
figure { margin: 1.4rem 0; text-align: center; break-inside: avoid; }
figure img { max-width: 100%; height: auto; background: #fff; }
figcaption { padding-top: .4rem; } figcaption .label { font-weight: bold; }
ul.references { list-style: none; margin: 0; padding: 0; }
ul.references > li { margin-bottom: calc(.35rem + .5rem * var(--between, 1)); overflow-wrap: anywhere; }
ul.hanging > li { padding-left: 2em; text-indent: -2em; }
ul.hanging > li > * { text-indent: 0; }
ul.hanging > li > .run { text-indent: -2em; }
.apart { display: grid; grid-template-columns: minmax(2.5em, max-content) 1fr; column-gap: .6em; text-indent: 0; }
.indent { margin-left: 2em; }
.back { margin-left: .4em; font-size: .75em; color: var(--quiet); white-space: normal; }
.back a, a.back { color: inherit; text-decoration: none; padding: 0 .15em; }
.back a:hover, .back a:focus { text-decoration: underline; }
section[role=doc-endnotes] { margin-top: 2.5rem; border-top: 1px solid; padding-top: .5rem; font-size: .9em; }
nav ul { list-style: none; margin: 0 0 1.5rem; padding: 0; }
nav .title { font-weight: bold; margin-bottom: .3rem; }
.level-2 { margin-left: 1.2rem; } .level-3 { margin-left: 2.4rem; } .level-4 { margin-left: 3.6rem; }
sup, sub { line-height: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.upright { font-style: normal; } .light { font-weight: 300; } .medium { font-weight: normal; }
.small-caps { font-variant-caps: small-caps; } .normal-caps { font-variant-caps: normal; }
.baseline { vertical-align: baseline; font-size: 1rem; } .no-underline { display: inline-block; text-decoration: none; }
@page { size: A4; margin: 4cm 3cm 3cm 4cm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 12pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  p { text-align: justify; orphans: 2; widows: 2; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  table { font-size: 10pt; min-width: 0; line-height: 1.15; }
  thead { display: table-header-group; } tr, ul.references > li { break-inside: avoid; }
  .table { overflow: visible; }
  .page-break { break-before: page; }
  .back:not(.printed), a.back { display: none; }
  a { color: inherit; text-decoration: none; }
}
"""
