import { utc } from '../time.ts';
import type { WorldArticle } from '../types.ts';

/**
 * The seed article: the smallest complete case. Its traps: the share bar run together before the
 * text (from the template), citation marks, `DPA` the agency beside `DPAs` the authorities and
 * `Irish DPC`, sources in its last line.
 */
export const SEED: WorldArticle = {
  id: 'seed',
  outlet: 'transworld',
  path: '/2025/05/13/consumer-group-asks-cologne-court-to-halt-metas-ai-plans/',
  at: utc('2025-05-13 16:20'),
  section: 'technology',
  title: 'Consumer group asks Cologne court to halt Meta’s AI plans',
  teaser:
    'A German consumer organisation wants a court to stop Meta from training AI on what Facebook and Instagram users have posted.',
  credit: 'Sources: ntv.de, DPA',
  body: [
    'Verbraucherzentrale NRW, the consumer advice centre of Germany’s most populous state, has gone to court to keep Meta from feeding the posts of Facebook and Instagram users into its artificial intelligence. It is asking the Higher Regional Court of Cologne for an interim injunction before the training begins on 27 May 2025.[1]',
    'In April, Meta announced AI training with the public posts, photos and comments of adult users in the European Union, and with what people type to its assistant. Whoever does not want that has to opt out with an online form. Those who stay silent are included.',
    'The company rests its plan on legitimate interest, one of the legal bases of the General Data Protection Regulation (GDPR). The consumer advocates hold that this does not carry so far and that Meta would have to ask each user beforehand.[2]',
    { heading: 'Nothing can be fetched back' },
    '“Whatever has once gone into such a model can hardly be fetched back out of it,” said Christine Steffen, a data protection lawyer at Verbraucherzentrale NRW. For that reason, she added, the court has to act before the start and not after it.',
    { heading: 'Authorities are of two minds' },
    'National Data Protection Authorities (DPAs) judge the plan differently. The Irish DPC, which supervises Meta on behalf of the whole of Europe, had turned to the European Data Protection Board (EDPB). In December the board found that legitimate interest can be a basis for training AI models, but that each case has to be examined by itself.[1]',
    'The Austrian organisation noyb is weighing steps of its own. The European Commission, responsible for the rules on large platforms, and the German federal government have so far not taken a side in the Cologne case.[2]',
    'Meta rejects the accusation. A halt, the company argues, would harm innovation in Germany, and its users had been told about their right to object in good time. When the judges will decide is open, DPA reported.',
  ],
  label: { grade: 'core', story: 'vz-application' },
};
