import { berlin, utc } from '../time.ts';
import type { WorldArticle } from '../types.ts';

/** What lay in the feeds before the first poll: must be stored, never posted one by one. */
export const APRIL: WorldArticle[] = [
  {
    id: 'announcement-nrv',
    outlet: 'nrv',
    path: '/technik/Meta-will-Beitraege-europaeischer-Nutzer-fuer-KI-auswerten-article25704117.html',
    at: berlin('2025-04-14 15:42'),
    section: 'technik',
    kicker: 'Start Ende Mai',
    title: 'Meta will Beiträge europäischer Nutzer für KI auswerten',
    teaser:
      'Ein Jahr nach der Pause nimmt Meta einen neuen Anlauf: Öffentliche Beiträge aus Europa sollen die Sprachmodelle des Konzerns schulen.',
    credit: 'jwe/dpa',
    picture: {
      caption: 'Wer nicht mitmachen will, muss ein Formular ausfüllen.',
      credit: '(Foto: picture alliance/dpa)',
    },
    body: [
      'Der Facebook-Konzern Meta will vom 27. Mai an öffentliche Inhalte erwachsener Nutzer in der Europäischen Union verwenden, um seine KI-Modelle zu trainieren. Das teilte das Unternehmen mit. Auch was Menschen mit dem Assistenten Meta AI besprechen, soll in das Training einfließen.',
      'In den kommenden Tagen sollen alle Nutzer von Facebook und Instagram per E-Mail oder in der App benachrichtigt werden. Ein Formular für den Widerspruch sei beigefügt, hieß es. Private Nachrichten und Konten von Minderjährigen blieben außen vor.',
      'Im Juni 2024 hatte der Konzern sein Vorhaben auf Bitten der irischen Datenschutzkommission ausgesetzt. Seit einer Stellungnahme des Europäischen Datenschutzausschusses vom Dezember sieht sich Meta wieder auf sicherem Boden.',
    ],
    label: { grade: 'core', story: 'announcement' },
  },
  {
    id: 'announcement-bitkante',
    outlet: 'bitkante',
    path: '/meldung/Llama-lernt-Europaeisch-Meta-kuendigt-Training-mit-EU-Daten-an-10352210.html',
    at: berlin('2025-04-15 09:05'),
    section: 'ki',
    title: 'Llama lernt Europäisch: Meta kündigt Training mit EU-Daten an',
    teaser:
      'Öffentliche Postings und Chats mit Meta AI wandern künftig ins Training des Sprachmodells. Widersprechen kann man, fragen will Meta nicht.',
    authors: ['Tilda Brandes'],
    body: [
      'Meta hat angekündigt, seine Llama-Modelle ab dem 27. Mai mit öffentlichen Postings und Kommentaren aus der EU zu füttern. Hinzu kommen Eingaben, die Nutzer an den Chatbot Meta AI richten.',
      'Der Konzern stützt sich auf sein berechtigtes Interesse nach Artikel 6 der DSGVO. Eine Einwilligung holt er nicht ein; wer nicht will, muss widersprechen. Das Formular steckt in den Einstellungen unter den Hinweisen zum Datenschutz.',
      'Ob das reicht, ist unter Fachleuten umstritten. Der Europäische Datenschutzausschuss hatte im Dezember verlangt, dass Betreiber im Einzelfall abwägen und Betroffene realistisch damit rechnen können.',
    ],
    label: { grade: 'core', story: 'announcement' },
  },
  {
    id: 'announcement-euroledger',
    outlet: 'euroledger',
    path: '/tech/meta-to-train-ai-on-europeans-posts-from-late-may',
    at: utc('2025-04-14 16:30'),
    section: 'tech',
    title: 'Meta to train AI on Europeans’ posts from late May',
    teaser:
      'The company revives a plan that it shelved last June, with an objection form instead of consent.',
    authors: ['Oonagh Brill'],
    body: [
      'Meta will start using public posts and comments of adults in the European Union to train its artificial intelligence on 27 May, the company said on Monday.',
      'Users of Facebook and Instagram will be notified by email or in the app and can object by means of a form. Conversations with Meta AI are included, private messages between friends are not.',
      'The plan was put on ice in June 2024 at the request of the Irish Data Protection Commission. Meta now points to an opinion of the European Data Protection Board from December, which it reads as a green light for legitimate interest.',
    ],
    label: { grade: 'core', story: 'announcement' },
  },
  {
    id: 'x-grok-inquiry-euroledger',
    outlet: 'euroledger',
    path: '/tech/irish-regulator-looks-into-training-of-xs-grok',
    at: utc('2025-04-11 13:10'),
    section: 'tech',
    title: 'Irish regulator looks into training of X’s Grok',
    teaser:
      'The Data Protection Commission examines whether X was allowed to use European posts for its chatbot.',
    authors: ['Oonagh Brill'],
    body: [
      'Ireland’s Data Protection Commission has opened an inquiry into X over public posts of European users that were used to train the Grok language models.',
      'The question is whether X had a legal basis for it and whether users were informed. The regulator can impose fines of up to four per cent of a company’s worldwide turnover.',
      'X had agreed last year to stop using certain data. Other platforms, Meta among them, have plans of the same kind, but they are not part of this inquiry.',
    ],
    label: { grade: 'off', story: null },
  },
  {
    id: 'dma-fine-euroledger',
    outlet: 'euroledger',
    path: '/competition/commission-fines-meta-over-pay-or-consent',
    at: utc('2025-04-23 11:00'),
    section: 'competition',
    title: 'Commission fines Meta €200 million over pay-or-consent model',
    teaser:
      'Brussels finds that users had no real choice between personalised advertising and a subscription.',
    authors: ['Piet Vanderhout'],
    body: [
      'The European Commission has fined Meta €200 million for a breach of the Digital Markets Act. Until last November, Facebook and Instagram users could only choose between personalised advertising and a monthly fee.',
      'A gatekeeper has to offer a less personalised but equivalent alternative, the Commission found. Meta has since changed the model and says it will appeal.',
      'Consumer groups had complained about the subscription in several member states.',
    ],
    label: { grade: 'off', story: null },
  },
  {
    id: 'ap-nl-euroledger',
    outlet: 'euroledger',
    path: '/tech/dutch-privacy-watchdog-urges-users-to-act-on-meta-ai',
    at: utc('2025-04-25 09:45'),
    section: 'tech',
    title: 'Dutch privacy watchdog urges users to act before Meta trains its AI',
    teaser:
      'The Autoriteit Persoonsgegevens is worried about Meta’s plan and reminds people of their right to object.',
    authors: ['Piet Vanderhout'],
    body: [
      'The Dutch data protection authority, the Autoriteit Persoonsgegevens, has voiced concern about Meta’s plan to train AI with the posts of European users.',
      'Whoever does not want their photos and comments to be used should object before 27 May, the authority advises. What has once been learned by a model can hardly be removed later.',
      'Together with other regulators, it has put questions to the Irish Data Protection Commission, which leads the supervision of Meta in Europe.',
    ],
    label: { grade: 'core', story: 'ap-nl-warning' },
  },
  {
    id: 'garante-euroledger',
    outlet: 'euroledger',
    path: '/tech/italys-garante-explains-how-to-object-to-meta-ai',
    at: utc('2025-04-29 14:15'),
    section: 'tech',
    title: 'Italy’s Garante explains how to object to Meta’s AI training',
    teaser: 'Non-users and minors are covered too, the Italian privacy authority points out.',
    authors: ['Oonagh Brill'],
    body: [
      'The Garante per la protezione dei dati personali, Italy’s privacy authority, has published advice on the right to object to the use of personal data by Meta for training AI.',
      'The form is open to users and to people without an account whose pictures appear in posts of others. An objection that arrives before the end of May keeps all content out of the training, the authority explains; a later one only covers what is posted afterwards.',
      'With its counterparts elsewhere in Europe, the Garante is looking into whether legitimate interest is a sufficient basis and whether children’s data are kept out reliably.',
    ],
    label: { grade: 'core', story: 'garante-notice' },
  },
  {
    id: 'heating-vz',
    outlet: 'vz',
    path: '/pressemeldungen/energie/heizkosten-abrechnungen-pruefen',
    at: berlin('2025-04-10 09:00'),
    section: 'energie',
    title: 'Heizkosten: Abrechnung prüfen lohnt sich',
    teaser: 'Fast jede zweite Abrechnung, die in den Beratungsstellen vorgelegt wird, enthält Fehler.',
    body: [
      'Wer seine Heizkostenabrechnung prüfen lässt, bekommt oft Geld zurück. Die Beratungsstellen der Verbraucherzentrale NRW bieten dafür im April Termine an.',
      'Häufig sind falsche Wohnflächen und doppelt berechnete Wartungen.',
    ],
    label: { grade: 'off', story: null },
  },
  {
    id: 'report-hmb',
    outlet: 'hmb',
    path: '/presse/taetigkeitsbericht-videoueberwachung',
    at: berlin('2025-04-09 11:00'),
    section: 'presse',
    title: 'Tätigkeitsbericht: Mehr Beschwerden über Videoüberwachung',
    teaser: 'Kameras in Treppenhäusern und an Ladestationen beschäftigen den HmbBfDI immer öfter.',
    body: [
      'Der Hamburgische Beauftragte für Datenschutz und Informationsfreiheit hat seinen Bericht für das vergangene Jahr vorgelegt. Ein Schwerpunkt sind Kameras in Wohnhäusern.',
      'Viele Fälle ließen sich im Gespräch lösen. In sechs Fällen wurden Bußgelder verhängt.',
    ],
    label: { grade: 'off', story: null },
  },
];
