export * from './article.ts';
export * from './common.ts';
export * from './delivery.ts';
export * from './dossier.ts';
export * from './entry.ts';
export * from './finding.ts';
export * from './source.ts';
export * from './story.ts';
