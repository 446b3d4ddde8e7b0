/** The agency's texts, written once; outlets print them under other headlines and cut to other lengths. */

/** Service copy of 19 May. */
export const WIRE_HOWTO: string[] = [
  'Noch eine Woche: Wer verhindern will, dass seine öffentlichen Beiträge bei Facebook und Instagram in das KI-Training von Meta gelangen, sollte spätestens am 26. Mai widersprechen. Darauf weisen Verbraucherschützer hin.',
  'Das Formular ist etwas versteckt. Man findet es in den Einstellungen der App unter dem Menüpunkt zur Datenschutzrichtlinie, dort führt ein Link im ersten Absatz zum Widerspruchsrecht. Wer mehrere Konten hat, die nicht verknüpft sind, muss es für jedes einzeln ausfüllen.',
  'Eine Begründung ist nicht nötig. Nach dem Absenden kommt eine Bestätigung per E-Mail, die man aufheben sollte. Bleibt sie aus, lohnt ein Blick in den Ordner für unerwünschte Post.',
  'Auch bei WhatsApp taucht neuerdings der blaue Kreis von Meta AI auf. Abschalten lässt er sich nicht. Private Chats will der Konzern nicht auswerten, wohl aber das, was man der KI selbst schreibt.',
  'Vorsicht gilt bei Fotos von Kindern: Sie können auch dann in den Datensatz geraten, wenn Erwachsene sie öffentlich geteilt haben. Am sichersten ist es, solche Beiträge auf privat zu stellen.',
];

/** The ruling of 23 May. */
export const WIRE_RULING: string[] = [
  'Der Facebook-Konzern Meta darf öffentliche Beiträge seiner Nutzer in Deutschland vorerst für das Training Künstlicher Intelligenz verwenden. Das Oberlandesgericht Köln wies am Freitag einen Eilantrag der Verbraucherzentrale NRW zurück (Az. 15 UKl 2/25).',
  'Nach vorläufiger Prüfung verstoße das Vorhaben weder gegen die Datenschutz-Grundverordnung noch gegen das EU-Gesetz über digitale Märkte, entschied der 15. Zivilsenat. Meta verfolge mit dem Training einen legitimen Zweck, der sich mit milderen Mitteln nicht ebenso gut erreichen lasse.',
  'Bei der Abwägung fiel für die Richter ins Gewicht, dass nur öffentlich gestellte Inhalte betroffen sind und der Konzern mehrere Schritte unternommen habe, um Eingriffe zu mildern. Nutzer könnten widersprechen oder ihre Beiträge auf privat stellen.',
  'Das Urteil erging im Eilverfahren und ist nicht anfechtbar. Ein Hauptsacheverfahren bleibt möglich. Die Verbraucherzentrale NRW prüft nach Angaben ihres Vorstands Wolfgang Schuldzinski, ob sie diesen Weg geht.',
  'Meta zeigte sich zufrieden. Die Entscheidung bestätige, dass man die Regeln in Europa einhalte, teilte eine Sprecherin mit.',
  'Das Gericht hatte am Donnerstag verhandelt und dabei auch den Hamburgischen Beauftragten für Datenschutz und Informationsfreiheit angehört. Dieser äußerte Zweifel und kündigte ein eigenes Dringlichkeitsverfahren an.',
  'Das Training soll am kommenden Dienstag, dem 27. Mai, beginnen. Die Frist für den Widerspruch endet am Tag davor.',
  'Die Senatsmitglieder folgten in ihrer Begründung der Linie der irischen Datenschutzkommission, die für Meta in Europa federführend ist und am Mittwoch angekündigt hatte, den Start nicht zu verhindern.',
];

/** The start of 27 May. */
export const WIRE_START: string[] = [
  'Die Frist ist abgelaufen: Seit diesem Dienstag kann Meta öffentliche Beiträge deutscher Nutzer von Facebook und Instagram in das Training seiner KI einbeziehen. Wer nicht widersprochen hat, ist mit seinen bisherigen Inhalten dabei.',
  'Ein später Widerspruch bleibt möglich, wirkt aber nur für Beiträge, die danach entstehen. Aus einem fertigen Modell lassen sich einzelne Daten nach Einschätzung von Fachleuten kaum entfernen.',
  'Das Oberlandesgericht Köln hatte am Freitag den Antrag der Verbraucherzentrale NRW auf eine einstweilige Verfügung abgelehnt. Auch der Hamburgische Datenschutzbeauftragte verzichtet inzwischen auf ein Dringlichkeitsverfahren.',
  'Meta nutzt die Daten für seine Llama-Modelle und den Assistenten Meta AI. Ausgenommen sind private Nachrichten und Konten von Minderjährigen.',
  'Die Verbraucherschützer wollen in den nächsten Wochen entscheiden, ob sie in der Hauptsache klagen.',
];
