/** Pages of our own making, each with one trouble in it. */

export const PARAGRAPHS = [
  'Die Richter sahen keinen Anlass, den Start des Programms im Eilverfahren zu stoppen, und wiesen den Antrag ab.',
  'Der Verein hatte argumentiert, die Einwilligung der Betroffenen fehle, und auf die kurze Frist verwiesen.',
  'Ein Sprecher des Unternehmens begrüßte den Beschluss, der noch nicht rechtskräftig ist, am Nachmittag.',
  'Im Herbst soll nun in der Hauptsache verhandelt werden, ein Termin steht allerdings noch nicht fest.',
];

export const LEAD =
  'Das Gericht lehnt den Eilantrag ab, doch der Streit um die Daten ist damit längst nicht zu Ende.';

export const TITLE = 'Gericht weist Eilantrag gegen das Programm ab';

interface Parts {
  head?: string;
  before?: string;
  body?: string;
  after?: string;
  lang?: string;
}

export const paragraphs = (texts: readonly string[] = PARAGRAPHS): string =>
  texts.map((text) => `<p>${text}</p>`).join('\n');

/** A plain article page; the parts put in replace or surround its own. */
export function page({
  head = '',
  before = '',
  body = paragraphs(),
  after = '',
  lang = 'de',
}: Parts = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>${TITLE} - Testbote</title>
<meta property="og:site_name" content="Testbote">${head}</head><body>
<nav><ul><li><a href="/politik">Politik</a></li><li><a href="/wirtschaft">Wirtschaft</a></li></ul></nav>
<main><article><header><h1>${TITLE}</h1></header>${before}<div class="article-body">${body}</div>${after}</article></main>
<footer><p>Impressum, Datenschutz, Kontakt: alles über den Testboten, seine Redaktion und seinen Verlag.</p></footer>
</body></html>`;
}

export const ld = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
