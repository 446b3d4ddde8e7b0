// For ../shared/bench/dispute/score.mjs: relevance, parties and topics of one article by the dossier in config/.
import { fileURLToPath } from 'node:url';
import { product } from './_product.mjs';

const { loadDossier } = await product('config/load');
const { analyse, compileDossier } = await product('analyse/index');
const dossier = compileDossier(loadDossier(fileURLToPath(new URL('../../config', import.meta.url))));

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
    topics: refs('topic'),
  };
};
