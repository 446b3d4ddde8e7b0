import { describe, expect, it } from 'vitest';
import { isFurniture } from '../../src/analyse/furniture.ts';
import { summarise } from '../../src/analyse/summary.ts';

// Written before the patterns were: what papers put between the paragraphs of a report.
const FURNITURE = {
  de: [
    'Melden Sie sich hier für unseren täglichen Newsletter an und bleiben Sie bei Meta auf dem Laufenden.',
    'Alle wichtigen Nachrichten zu Meta und KI erhalten Sie kostenlos per E-Mail direkt ins Postfach.',
    'Abonnieren Sie jetzt unseren Kanal und verpassen Sie keine Meldung zum Thema Meta mehr.',
    'Auf dem Bild ist der Firmensitz von Meta in Menlo Park zu sehen.',
    'Das Logo des Konzerns Meta ist auf einem Smartphone zu sehen.',
    'Meta-Chef Mark Zuckerberg während der Hauskonferenz in Menlo Park (Archivbild).',
    'Das Oberlandesgericht Köln am Reichenspergerplatz, aufgenommen im Mai 2025.',
    'Blick auf das Gebäude des Oberlandesgerichts Köln am Donnerstagmorgen im Regen (Symbolfoto).',
    'Unser Autor schreibt seit zehn Jahren über Datenschutz und die großen Plattformen.',
    'Anna Beispiel, geboren 1984 in Köln, schreibt seit 2012 über Netzpolitik und Meta.',
    'Über die Autorin: Petra Muster ist Fachanwältin für IT-Recht in Hamburg.',
    'Lesen Sie auch unseren großen Überblick zum Streit um Metas KI-Training.',
    'Auch interessant: Diese Einstellungen sollten Sie bei Instagram sofort ändern.',
    'Mehr dazu erfahren Sie in unserem Ratgeber zum Widerspruch bei Facebook und Instagram.',
    'Weitere Informationen zum KI-Training finden Sie auf unserer Themenseite.',
    'Empfohlener redaktioneller Inhalt: An dieser Stelle finden Sie einen externen Inhalt von Instagram.',
    'An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.',
    'Ich bin damit einverstanden, dass mir externe Inhalte von Facebook angezeigt werden.',
    'Damit können personenbezogene Daten an Drittplattformen wie Meta übermittelt werden.',
    'Diese Meldung wurde mit Material der Nachrichtenagentur dpa erstellt.',
    'Dieser Beitrag wurde mithilfe von Künstlicher Intelligenz zusammengefasst und von der Redaktion geprüft.',
    'Mit dem Klick auf den Link verlassen Sie unser Angebot und gelangen zu Meta.',
    'Haben Sie einen Fehler entdeckt oder Hinweise zum Artikel, schreiben Sie uns gern.',
    'Die Kommentarfunktion zu diesem Artikel über Meta wurde geschlossen.',
    'Diskutieren Sie mit uns in den Kommentaren über Metas KI-Pläne.',
    'Folgen Sie uns auch auf Facebook, Instagram und WhatsApp, um nichts zu verpassen.',
    'Wenn Sie über einen Link auf dieser Seite etwas kaufen, erhalten wir eine Provision.',
    'Mit unserem Plus-Abo lesen Sie alle Artikel zu Meta und KI ohne Werbung.',
    'Sie wollen weiterlesen, dann testen Sie jetzt vier Wochen lang kostenlos.',
    'Die wichtigsten Nachrichten des Tages hören Sie in unserem Podcast jeden Morgen ab sechs.',
    'Die Redaktion ist auf den Artikel über Meta und KI-Training stolz und bittet um Feedback.',
    'Copyright 2025 by Nachrichtenhaus, jede Vervielfältigung nur mit Genehmigung des Verlags.',
    'Stand: 27. Mai 2025, 14.30 Uhr, der Artikel wird laufend aktualisiert.',
    'Transparenzhinweis: In einer früheren Fassung dieses Artikels war von einem Beschluss die Rede, wir haben das korrigiert.',
    'Angesichts der Bedeutung des Themas haben wir diesen Artikel kostenlos zugänglich gemacht.',
  ],
  en: [
    'Sign up here for our weekly tech briefing and never miss a story about Meta.',
    'Get the latest on Meta and artificial intelligence straight to your inbox every morning.',
    'The Meta logo is seen on a smartphone in this illustration taken May 23, 2025.',
    'FILE PHOTO: A man walks past a sign of Meta outside its headquarters in Menlo Park.',
    'Mark Zuckerberg, chief executive of Meta, arrives at a hearing in Washington (file image).',
    'Pictured: the Higher Regional Court in Cologne, where judges heard the case against Meta.',
    'Jane Doe is a technology reporter based in Dublin who covers Meta and privacy.',
    'John Roe covers European technology policy for the newsroom and has written about Meta since 2016.',
    'About the author: Sarah Smith is a partner in the data protection team at a London law firm.',
    'Read next: What the ruling on AI training means for Instagram users.',
    'Related: How to stop Meta from using your posts to train its AI.',
    'You can unsubscribe at any time by clicking the link at the bottom of our emails.',
    'By submitting your email, you agree to our Terms and Privacy Notice.',
    'We have asked Meta for comment and will update this article when we hear back.',
    'This story has been updated with a statement from Meta.',
    'Reporting by Jane Doe in Berlin; Editing by John Roe and Ann Poe.',
    'Our Standards: The Thomson Trust Principles, opens new tab.',
    'If you buy something through our links, we may earn an affiliate commission.',
    'Join the conversation and tell us in the comments what you think of Meta’s plan.',
    'Support independent journalism by becoming a member from just three euros a month.',
    'Listen to this article about Meta and AI training, four minutes.',
    'Thank you for reading this post, don’t forget to follow us on social media.',
    'The content of this article is intended to provide a general guide to the subject matter.',
    'Specialist advice should be sought about your specific circumstances regarding AI training.',
    'We use cookies to personalise content and to analyse our traffic on this website.',
    'For more information about the ruling, please contact a member of our data team.',
  ],
};
/** News of newsletters, podcasts, cookies and editors. */
const NEWS = [
  'Nutzer wurden nach Angaben von Meta per E-Mail und Newsletter über das KI-Training informiert.',
  'Die Kommission will mit dem Omnibus auch die Cookie-Banner abschaffen und das KI-Training erleichtern.',
  'In einem Podcast verteidigte Zuckerberg das Training seiner KI mit europäischen Daten.',
  'Wer kein Abonnement abschließt, bekommt bei Facebook weiterhin personalisierte Werbung.',
  'Zu sehen ist das Formular in den Einstellungen von Instagram unter dem Punkt Datenschutz.',
  'Der Redakteur einer Fachzeitschrift hatte gegen das Training geklagt und vor dem Gericht verloren.',
  'Meta folgt damit Google und OpenAI, die längst europäische Daten verwenden.',
  'Die Korrespondenz zwischen Behörde und Konzern umfasst laut Fuchs mehr als hundert Seiten.',
  'Meta told users in a newsletter that it would train its AI on their public posts.',
  'The package would also do away with most cookie banners and ease AI training on personal data.',
  'Zuckerberg told a podcast that European data would make the AI better for Europeans.',
  'Users who subscribe to the ad-free version are covered by the AI training as well.',
  'Court sources: the judges were unanimous in their view of the injunction against Meta.',
  'The editor of a Berlin weekly had objected to the training but received no answer from Meta.',
];
const LEAD =
  'Meta darf öffentliche Beiträge für das Training seiner KI verwenden, entschied das Gericht am Freitag.';

describe('a summary', () => {
  it.each([...FURNITURE.de, ...FURNITURE.en])('has nothing in it like: %s', (sentence) => {
    expect(isFurniture(sentence)).toBe(true);
  });

  it.each(NEWS)('may have in it: %s', (sentence) => {
    expect(isFurniture(sentence)).toBe(false);
  });

  it('leaves out furniture wherever it stands, even when all is asked for', () => {
    const text = [...FURNITURE.de.slice(0, 12), LEAD, ...FURNITURE.de.slice(12)].join('\n\n');
    const article = { id: 1, title: 'Meta darf KI trainieren', text, language: 'de' };
    expect(summarise([article], { sentences: 40 }).map(({ sentence }) => sentence)).toEqual([LEAD]);
  });
});
