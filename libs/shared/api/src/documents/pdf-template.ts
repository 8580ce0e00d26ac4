/**
 * How a paper looks as PDF, in Typst. The paper comes in as JSON in `sys.inputs`, so that whatever somebody wrote is a value
 * there and never markup. Headings, lists, tables with header cells and alternative texts become the tags of PDF/UA-1.
 */
export const pdfTemplate = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let inks = json(bytes(sys.inputs.inks))
#let line-colour = rgb("6b7680")
#let quiet-colour = rgb("4a5560")

#set document(title: paper.title, author: "Attest", date: none)
#set page(
  paper: "a4",
  margin: (top: 18mm, bottom: 20mm, left: 18mm, right: if paper.at("margin", default: "usual") == "wide" { 70mm } else { 18mm }),
  footer: context {
    set text(size: 8.5pt, fill: quiet-colour)
    grid(columns: (1fr, auto), column-gutter: 8mm, paper.foot, [Page #counter(page).display() of #counter(page).final().first()])
  },
)
#set text(font: ("Atkinson Hyperlegible Next", "DejaVu Sans Mono", "Libertinus Serif"), size: 10.5pt, lang: if paper.language == "cy" { "cy" } else { "en" }, region: "GB")
#set quote(block: true)
#set par(leading: 0.62em, spacing: 0.9em)
#set list(indent: 2mm, spacing: 0.7em)
#set enum(indent: 2mm, spacing: 0.7em)
#show heading: set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14.5pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading.where(level: 4): set text(size: 10.5pt)
#show figure.caption: set text(weight: "bold")
#show figure.caption: set align(left)
#show figure.caption: set block(sticky: true)
#show quote: set block(spacing: 0.7em)
#show quote: it => block(width: 100%, inset: (left: 4mm, y: 1mm), stroke: (left: 2pt + line-colour), it)
#show link: it => underline(offset: 2pt, it)

#let broken(text) = text.split("\n").map(part => [#part]).join(linebreak())
#let mark(level, words) = {
  let ink = inks.at(level.colour)
  box(baseline: 2.5pt, fill: rgb(ink.fill), stroke: 0.8pt + rgb(ink.line), radius: 1.5pt, inset: (x: 3.5pt, y: 2pt), text(fill: rgb(ink.on), weight: "bold", size: 0.86em, words))
}
#let piece(it) = {
  if type(it) == str { broken(it) }
  else if "strong" in it { strong(broken(it.strong)) }
  else if "quiet" in it { text(fill: quiet-colour, broken(it.quiet)) }
  else if "link" in it { link(it.to, broken(it.link)) }
  else if "letter" in it { mark(it.letter, it.letter.letter) }
  else { mark(it.level, it.level.letter + " " + it.level.word) + h(2pt) }
}
#let line-of(it) = if type(it) == str { broken(it) } else { it.map(piece).join() }

// lines of a row, more rather than less: a short row stays whole, and a small table on one page; what is cut nowhere must fit there
#let length-of-text(it) = it.len() + 60 * it.matches("\n").len()
#let length-of-piece(it) = if type(it) == str { length-of-text(it) } else { let inner = it.values().first(); if type(inner) == str { length-of-text(inner) } else { 10 } }
#let length-of(it) = if type(it) == str { length-of-text(it) } else { it.map(length-of-piece).sum(default: 0) }
#let lines-of(row, columns) = {
  let across = columns.map(column => column.width).sum()
  calc.max(..row.zip(columns).map(((line, column)) => calc.ceil(length-of(line) / (70 * column.width / across)) + 1))
}
#let is-small(table) = table.rows.len() <= 8 and table.rows.map(row => lines-of(row, table.columns)).sum(default: 0) <= 30

#let tick-box = box(baseline: 1.5pt, width: 10pt, height: 10pt, stroke: 0.9pt + black)

#let block-of(it) = {
  if it.kind == "heading" { heading(level: it.depth + 1, broken(it.text)) }
  else if it.kind == "text" {
    let tone = it.at("as", default: "usual")
    if tone == "lead" { par(text(size: 12pt, line-of(it.line))) }
    else if tone == "note" { block(sticky: true, par(text(size: 9.5pt, fill: quiet-colour, line-of(it.line)))) }
    else if tone == "quote" { quote(line-of(it.line)) }
    else { par(line-of(it.line)) }
  }
  else if it.kind == "list" {
    let lines = it.lines.map(line-of)
    if it.at("numbered", default: false) { enum(..lines) } else { list(..lines) }
  }
  else if it.kind == "ticks" {
    block(breakable: false, list(marker: tick-box, body-indent: 6pt, spacing: 0.95em, ..it.lines.map(line-of)))
  }
  else if it.kind == "table" {
    let it = it.table
    show figure: set block(breakable: not is-small(it))
    figure(
      kind: table,
      caption: figure.caption(position: top, broken(it.caption)), supplement: none, numbering: none,
      align(left, table(
        columns: it.columns.map(column => column.width * 1fr),
        stroke: 0.6pt + line-colour, inset: 5pt, align: left + top,
        fill: (x, y) => if y == 0 { rgb("e9edf1") },
        table.header(repeat: true, ..it.columns.map(column => text(hyphenate: true, strong(broken(column.head))))),
        ..it.rows.map(row => row.map(line => table.cell(breakable: lines-of(row, it.columns) > 20, line-of(line)))).flatten(),
      )),
    )
  }
  else if it.kind == "space" {
    block(width: 100%, above: 0.9em, below: 0.9em, breakable: false, {
      text(size: 9pt, fill: quiet-colour, broken(it.label))
      v(-0.5em)
      rect(width: 100%, height: it.lines * 8mm, stroke: 0.6pt + line-colour)
    })
  }
  else if it.kind == "figure" { image(bytes(it.svg), format: "svg", alt: it.alt, width: it.width * 1%) }
  else if it.kind == "page-break" { pagebreak(weak: true) }
}

#if "caption" in paper { par(text(fill: quiet-colour, broken(paper.caption))) }
#heading(level: 1, broken(paper.title))
#for it in paper.blocks { block-of(it) }
`;
