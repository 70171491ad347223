"""How the page of an annotated text looks, on screen and on paper; colours are handed in by name."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model.roles import Role

UNDERLINES: Mapping[Role, str] = {
    Role.THESIS: "solid 2.4px",
    Role.EVIDENCE: "dotted 2px",
    Role.OBJECTION: "wavy 1.1px",
    Role.UNDERCUT: "dashed 1.4px",
}
"""What tells roles apart without colour; the others have a thin line."""


def style_sheet(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The style sheet. Each theme names `read`, `panel`, the inks, `line`, `accent`, `warn`, and for each
    role its ink and its tint: `reason`, `reason-tint`. Paper is always light."""
    roles = "\n".join(map(_role, Role))
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_tokens(dark)} }} }}"
    return f":root {{ color-scheme: light dark; {_tokens(light)} }}\n{night}\n{_SHEET}\n{roles}\n{_PAPER}"


def _tokens(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _role(role: Role) -> str:
    line = UNDERLINES.get(role, "solid 1px")
    return (
        f".{role} {{ --ink: var(--{role}); --tint: var(--{role}-tint); }} "
        f".m.{role} {{ text-decoration: underline {line} var(--{role}); }}"
    )


_SHEET = """
* { box-sizing: border-box; }
html { background: var(--canvas); -webkit-text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink1);
  font: 0.9375rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main {
  max-width: 49rem; margin: 2.5rem auto; padding: 3.5rem 4rem 4rem 5.5rem;
  background: var(--read); border: 1px solid var(--line); border-radius: 10px;
}
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--read); padding: 0.5rem 0.75rem; }
h1 {
  margin: 0; letter-spacing: -0.01em; text-wrap: balance;
  font: 600 2rem/1.2 "Source Serif 4", "Source Serif Pro", Charter, Georgia, "Noto Serif", serif;
}
h2 { margin: 0 0 1rem; font-size: 1.1875rem; line-height: 1.3; font-weight: 600; }
.by { margin: 0.5rem 0 0; color: var(--ink2); }
.cited, .of-map { margin: 0.375rem 0 0; color: var(--ink2); font-size: 0.8125rem; }
.key {
  display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 1.5rem 0 0; padding: 0.75rem 0 0;
  list-style: none; border-top: 1px solid var(--line); color: var(--ink2); font-size: 0.8125rem;
}
article, .quoted {
  font-family: "Source Serif 4", "Source Serif Pro", Charter, Georgia, "Noto Serif", serif;
}
article { margin-top: 2rem; font-size: 1.0625rem; line-height: 1.6; }
article p, article h2 { position: relative; margin: 0 0 1.125rem; overflow-wrap: break-word; }
article h2 { font: inherit; font-weight: 600; font-size: 1.1875rem; }
.n, .speaker { font-family: Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.n {
  position: absolute; left: -3.5rem; width: 2.5rem; text-align: right; color: var(--ink3);
  font-size: 0.75rem; line-height: calc(1.6 * 1.0625rem + 0.25rem); user-select: none; text-indent: 0;
}
.speaker {
  display: flex; align-items: center; gap: 0.5rem; margin: 2rem 0 0.75rem -2.5rem;
  font-size: 0.8125rem; line-height: 1.5rem; color: var(--ink3);
}
.speaker b { color: var(--ink1); font-weight: 600; }
.monogram {
  min-width: 1.5rem; height: 1.5rem; padding: 0 0.25rem; border-radius: 0.75rem; text-align: center;
  background: var(--line); color: var(--ink1); font-size: 0.6875rem; font-weight: 600;
}
.m {
  color: inherit; background: var(--tint); text-decoration-skip-ink: none; text-underline-offset: 0.25em;
  padding: 0.1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
a.m:hover { background: color-mix(in srgb, var(--ink) 22%, var(--read)); }
.refs {
  margin-left: 0.15em; white-space: nowrap; user-select: none; line-height: 0;
  font: 600 0.6875rem/0 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.refs a { color: var(--ink); text-decoration: none; padding: 0.25em 0.1em; }
.refs a:hover { text-decoration: underline; }
.check {
  color: var(--warn); font-size: 0.6875rem; font-weight: 600; white-space: nowrap;
  border: 1px solid currentColor; border-radius: 4px; padding: 0 0.3em;
}
.refs .check { color: var(--warn); padding: 0.05em 0.3em; text-decoration: none; }
section { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--line); }
.entries { list-style: none; margin: 0; padding: 0; }
.entries > li {
  position: relative; margin: 0 0 0.75rem; padding: 0.75rem 1rem 0.875rem 1.25rem;
  border: 1px solid var(--line2); border-radius: 8px; background: var(--card);
}
.entries > li::before {
  content: ""; position: absolute; left: -1px; top: -1px; bottom: -1px; width: 5px;
  border-radius: 8px 0 0 8px; background: var(--stripe, var(--ink));
}
.entries > li.thesis::before { width: 7px; }
.evidence { --stripe: repeating-linear-gradient(var(--ink) 0 5px, transparent 5px 8px); }
.objection { --stripe: repeating-linear-gradient(135deg, var(--ink) 0 3.5px, transparent 3.5px 5.5px); }
.undercut { --stripe: repeating-linear-gradient(45deg, var(--ink) 0 3.5px, transparent 3.5px 5.5px); }
.entries > li.implicit, .entries > li.question { border-style: dashed; }
.what { margin: 0 0 0.25rem; color: var(--ink2); font-size: 0.8125rem; }
.what b { color: var(--ink); font-weight: 600; }
.number {
  position: absolute; left: -4.375rem; top: 0.6875rem; width: 2.5rem; text-align: right;
  color: var(--ink3); font-size: 0.8125rem; font-weight: 600;
}
.says { margin: 0; font-size: 1rem; line-height: 1.4; font-weight: 500; white-space: pre-line;
  overflow-wrap: break-word; }
.implicit .says { font-style: italic; }
.spots, .lost { margin: 0.5rem 0 0; font-size: 0.8125rem; color: var(--ink2); overflow-wrap: break-word; }
.lost b { color: var(--warn); font-weight: 600; }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: 0.25rem 0.75rem; margin: 0.625rem 0 0; }
dl { font-size: 0.8125rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
dt { color: var(--ink3); }
dd { margin: 0; grid-column: 2; overflow-wrap: break-word; }
dd a { color: var(--ink1); text-decoration-color: var(--field); }
dd a:hover { text-decoration-color: currentColor; }
:target { scroll-margin-top: 4rem; }
.m:target, .at:target + .m { outline: 2px solid var(--accent); outline-offset: 1px; }
.entries > li:target { box-shadow: 0 0 0 2px var(--accent); }
footer { margin-top: 2.5rem; color: var(--ink3); font-size: 0.75rem; }
@media screen and (max-width: 48rem) {
  main { margin: 0; border: 0; border-radius: 0; padding: 1.5rem 1.25rem 2rem 3.25rem; }
  .n, .number { left: -3rem; width: 2.25rem; }
  .number { left: -3.5rem; }
  .speaker { margin-left: 0; }
  dl { grid-template-columns: 1fr; }
  dd { grid-column: 1; }
}"""

_PAPER = """
@page { margin: 20mm 18mm; }
@media print {
  html, main { background: none; }
  html { font-size: 13px; }
  main { max-width: none; margin: 0; padding: 0 0 0 3.5rem; border: 0; }
  section { margin-top: 2rem; padding-top: 1.25rem; }
  .entries > li { margin-bottom: 0.5rem; padding-top: 0.5rem; padding-bottom: 0.625rem; }
  p, dd { orphans: 3; widows: 3; }
  h2, .speaker { break-after: avoid; }
  .entries > li { break-inside: avoid; }
  .m, .monogram, .entries > li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .skip { display: none; }
}"""
