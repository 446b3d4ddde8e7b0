// For ../shared/bench/dispute/score.mjs: relevance, parties and topics of one article by the dossier in config/.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { product } from './_product.mjs';

const { loadDossier } = await product('config/load');
const { analyse, compileDossier } = await product('analyse/index');
const dossier = compileDossier(loadDossier(fileURLToPath(new URL('../../config', import.meta.url))));

// The material's labels know only the topics of its own list; config/topics.yaml has more (ai_training, gdpr), which
// can be neither right nor wrong there.
const list = new URL('../../../shared/dossier/topics.json', import.meta.url);
const labelled = existsSync(list)
  ? new Set(JSON.parse(readFileSync(list, 'utf8')).topics.map(({ id }) => id))
  : null;

export default ({ url, title, text, language, publishedAt }) => {
  const {
    findings,
    relevance,
    language: found,
  } = analyse({ url, title, text, language, publishedAt: publishedAt ?? null }, dossier);
  const refs = (kind) => [...new Set(findings.filter((f) => f.kind === kind).map(({ ref }) => ref))];
  return {
    relevant: relevance.grade !== 'off',
    grade: relevance.grade,
    language: found,
    parties: refs('party'),
    topics: refs('topic').filter((id) => labelled === null || labelled.has(id)),
  };
};
