import { ASSET } from './assets.ts';
import { type Html, html } from './html.ts';
import type { Page, View } from './view.ts';

const SECTIONS = ['overview', 'stories', 'timeline', 'search', 'sources', 'subscribe'] as const;

const address = (section: (typeof SECTIONS)[number]): string =>
  section === 'overview' ? '/' : `/${section}`;

function navigation({ words, path, href }: View): Html {
  const items = SECTIONS.map((section) => {
    const target = address(section);
    const here = section === 'overview' ? path === '/' : path === target || path.startsWith(`${target}/`);
    const current = here ? html` aria-current="${path === target ? 'page' : 'true'}"` : '';
    return html`<li><a href="${href(target)}"${current}>${words[section]}</a></li>\n`;
  });
  return html`<nav aria-label="${words.nav}"><ul>${items}</ul></nav>`;
}

/** The same page in the other language. */
function otherLanguage({ words, language, path, href, query }: View): Html {
  const other = language === 'de' ? 'en' : 'de';
  const target = href(path, { ...Object.fromEntries(query), lang: other });
  return html`<a class="language" href="${target}" lang="${other}" hreflang="${other}" rel="alternate">${words.otherLanguage}</a>`;
}

/** A whole document: head, navigation, the page, foot. */
export function document(view: View, { title, body }: Page): Html {
  const { language, words, href } = view;
  const subject = html`<bdi>${view.title}</bdi>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · standoff</title>
<link rel="stylesheet" href="${ASSET.style}">
<link rel="icon" href="${ASSET.icon}" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" href="${href('/stories.atom')}" title="Atom">
<link rel="alternate" type="application/feed+json" href="${href('/stories.json')}" title="JSON Feed">
${view.path === '/search' ? html`<script type="module" src="${ASSET.search}"></script>` : ''}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="site">
<p class="brand"><a href="${href('/')}">standoff</a> <span class="subject">${subject}</span></p>
${otherLanguage(view)}
${navigation(view)}
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="site"><p>${words.footer(view.subject.timezone)}</p></footer>
</body>
</html>
`;
}
