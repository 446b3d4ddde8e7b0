// Search as you type: asks the page that the form would ask and shows its results. Without it the form does.
const form = document.querySelector('form.search');
const results = document.querySelector('#results');
const said = document.querySelector('#said');
const REST_MS = 250;

let timer;
let asked;

function addressOf(data) {
  const query = new URLSearchParams();
  for (const [name, value] of data) if (value !== '') query.set(name, value);
  return new URL(`${form.getAttribute('action')}?${query}`, location.href);
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const address = addressOf(new FormData(form));
  const live = new URL(address);
  live.searchParams.set('live', '1');
  try {
    const answer = await fetch(live, { signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.querySelector('#results');
    // A query that cannot be asked is answered with a page that says why.
    results.replaceChildren(...(found ? found.childNodes : [page.querySelector('main p')]));
    said.textContent = results.querySelector('p')?.textContent ?? '';
    history.replaceState(null, '', address);
  } catch (error) {
    if (error.name !== 'AbortError') form.submit();
  }
}

if (form && results && said)
  form.addEventListener('input', () => {
    clearTimeout(timer);
    if (form.q.value.trim() === '') results.replaceChildren();
    else timer = setTimeout(ask, REST_MS);
  });
