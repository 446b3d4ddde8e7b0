/**
 * Paragraphs of background that an outlet repeats at the end of every report on the dispute: text that
 * articles share without being reprints, and names that they share without being one story.
 */
export const NRV_BACKGROUND =
  'Hintergrund: Im April hatte Meta angekündigt, vom 27. Mai an öffentliche Inhalte erwachsener Nutzer von Facebook und Instagram in der EU für das Training seiner KI-Modelle zu verwenden. Schon 2024 wollte der Konzern damit beginnen, verschob das Vorhaben aber nach Beschwerden der Organisation noyb und auf Bitten der irischen Datenschutzkommission.';

export const EUROLEDGER_BACKGROUND =
  'Meta announced in April that it would train its models with public content of adult users in the EU from 27 May. A first attempt was paused in June 2024 at the request of Ireland’s Data Protection Commission, after noyb had filed complaints in eleven countries.';
