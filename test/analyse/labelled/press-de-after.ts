import { type Printed, printed } from './types.ts';

/** The same after the ruling: start, second court, law and policy, side notes in long pieces. */
export const PRESS_DE_AFTER: Printed[] = [
  printed(
    'core',
    'de',
    '2025-05-26',
    'Austrian daily, service',
    'Letzter Tag: So wehren Sie sich gegen die KI-Pläne von Facebook und Co.',
    'Wer nicht will, dass Urlaubsfotos und Kommentare in die Trainingsdaten von Meta AI wandern, muss sich heuer sputen: Der Widerspruch sollte bis heute, Montag, eingelegt werden. Die Anleitung: In den Einstellungen auf „Datenschutz“ tippen, dann das Formular öffnen und die E-Mail-Adresse bestätigen. Für jedes Konto muss das getrennt geschehen. Auch die Arbeiterkammer rät dazu. WhatsApp-Nachrichten sind laut Meta nicht betroffen.',
    ['meta'],
    ['opt_out', 'howto_objection'],
    { dates: ['2025-05-26#objection-deadline'] },
  ),
  printed(
    'secondary',
    'de',
    '2025-06-03',
    'weekly newsletter',
    'Netzwoche: Was diese Woche wichtig war',
    `Der Bundestag streitet über die Vorratsdatenspeicherung. Die neue Digitalministerin will IP-Adressen drei Monate speichern lassen, die Opposition hält das für rechtswidrig.

Die Bahn testet Satelliteninternet in Regionalzügen. Bis zum Herbst sollen 40 Wagen ausgerüstet sein.

Und dann wäre da noch Meta: Seit dem 27. Mai trainiert der Konzern seine KI mit öffentlichen Beiträgen deutscher Facebook-Nutzer, das Oberlandesgericht Köln hatte einen Eilantrag der Verbraucherzentrale NRW abgelehnt.

Zum Schluss ein Hinweis in eigener Sache: Unser Podcast macht Sommerpause.`,
    ['meta', 'olg_koeln', 'vz_nrw'],
    ['training_start', 'ruling'],
    { dates: ['2025-05-27#training-start'], orTopics: ['injunction'] },
  ),
  printed(
    'core',
    'de',
    '2025-05-27',
    'Hamburg authority drops',
    'Hamburgs Datenschützer rückt von Verfahren gegen Meta ab',
    'Der Hamburgische Datenschutzbeauftragte Thomas Fuchs will Meta nun doch nicht im Eilweg untersagen, die Daten deutscher Nutzer für das KI-Training zu verwenden. Eine europaweit einheitliche Bewertung sei vorzuziehen, teilte die Behörde mit. Fuchs hatte ein Dringlichkeitsverfahren nach Art. 66 DSGVO eingeleitet. Die irische Aufsichtsbehörde sieht die Auflagen als erfüllt an.',
    ['hmbbfdi', 'p_fuchs', 'meta', 'dpc'],
    ['urgency_procedure_art66', 'regulator_statement'],
    { stage: 'regulator-statement' },
  ),
  printed(
    'core',
    'de',
    '2025-08-07',
    'noyb survey',
    'Umfrage: Kaum jemand will Meta seine Daten für KI geben',
    'Nur sieben Prozent der Befragten in Deutschland sind damit einverstanden, dass Meta ihre persönlichen Daten für KI-Systeme verwendet. Das geht aus einer repräsentativen Erhebung des Gallup-Instituts im Auftrag der Organisation noyb hervor, für die 1000 Nutzer von Facebook und Instagram befragt wurden. Mehr als ein Viertel hatte von dem Vorhaben nie gehört. Das berechtigte Interesse, auf das sich der Konzern stütze, sei damit dahin, so Max Schrems.',
    ['meta', 'gallup', 'noyb', 'p_schrems'],
    ['survey', 'legitimate_interest'],
  ),
  printed(
    'core',
    'de',
    '2025-08-12',
    'court release',
    'Schleswig-Holsteinisches Oberlandesgericht weist Eilantrag gegen Meta zurück',
    'Medieninformation 7/2025. Der 6. Zivilsenat des Schleswig-Holsteinischen Oberlandesgerichts hat mit Urteil vom heutigen Tag (Az. 6 UKI 3/25) den Antrag einer niederländischen Verbraucherstiftung auf Erlass einer einstweiligen Verfügung abgelehnt. Die Stiftung wollte dem in Irland ansässigen Betreiber von Facebook und Instagram verbieten, personenbezogene Daten zu KI-Trainingszwecken zu verwenden. Es fehle an der Eilbedürftigkeit, weil sie seit April von dem Vorhaben gewusst und den Antrag erst am 27. Juni gestellt habe. In der Sache hat der Senat nicht entschieden. Rechtsmittel sind nicht gegeben.',
    ['olg_schleswig', 'meta_ireland', 'meta', 'somi'],
    ['ruling', 'injunction', 'appeal'],
    { stage: 'ruling', dates: ['2025-08-12#ruling', '2025-06-27#application'], dockets: ['6 UKl 3/25'] },
  ),
  printed(
    'core',
    'de',
    '2026-01-08',
    'complaints record',
    'So viele Beschwerden wie nie: Hamburgs Datenschützer zieht Bilanz',
    'Beim Hamburger Datenschutzbeauftragten sind im vergangenen Jahr 4220 Beschwerden eingegangen, 62 Prozent mehr als 2024. Ein wesentlicher Grund waren laut Thomas Fuchs die Pläne von Meta, Beiträge von Facebook- und Instagram-Nutzern für das Training von KI heranzuziehen. Auch Anfragen zu Videoüberwachung nahmen zu.',
    ['hmbbfdi', 'p_fuchs', 'meta'],
    ['complaint_statistics'],
    { orGrade: 'secondary' },
  ),
  printed(
    'core',
    'de',
    '2025-05-24',
    'commentary',
    'Kommentar: Köln kapituliert vor dem Datenhunger',
    'Man kann das Urteil aus Köln juristisch begründen, gut finden muss man es nicht. Zwei Jahrzehnte lang haben Menschen Babyfotos, Trauer und Streit mit Freunden geteilt – nicht mit einer Maschine. Dass Mark Zuckerbergs Konzern daraus nun eine KI bauen darf, nur weil kaum jemand das versteckte Formular findet, verdreht den Sinn der Datenschutz-Grundverordnung. Wer schweigt, stimmt eben nicht zu. Die Verbraucherschützer aus Düsseldorf sollten in die Hauptsache gehen.',
    ['olg_koeln', 'p_zuckerberg', 'meta', 'vz_nrw'],
    ['ruling', 'consent', 'main_proceedings', 'opt_out'],
  ),
  printed(
    'core',
    'de',
    '2025-05-26',
    'ticker',
    '+++ Digitalticker: Frist bei Facebook läuft ab +++',
    '14.05 Uhr: Nur noch bis Mitternacht können Nutzer von Facebook und Instagram der Verwendung ihrer Beiträge für die KI des Konzerns Meta widersprechen. 13.40 Uhr: Datenschützer Max Schrems nennt das Verfahren absurd. 13.10 Uhr: Die irische DPC verweist auf ihre Erklärung von voriger Woche.',
    ['meta', 'p_schrems', 'dpc'],
    ['opt_out', 'regulator_statement'],
    { orParties: ['noyb'] },
  ),
  printed(
    'secondary',
    'de',
    '2025-06-18',
    'DPA annual report',
    'Tätigkeitsbericht: Mehr Datenpannen bei Vereinen und Praxen',
    `Die Landesbeauftragte für den Datenschutz hat ihren Jahresbericht vorgestellt. Gemeldet wurden 1120 Datenpannen, ein Fünftel davon in Arztpraxen. Besonders oft gingen E-Mails an falsche Empfänger.

Kritisch sieht die Behörde Kameras in Kleingärten. Hier habe sich die Zahl der Eingaben in fünf Jahren verdoppelt.

Viele Anrufe drehten sich zuletzt um Meta. Der Konzern verwendet seit Ende Mai öffentliche Beiträge von Facebook und Instagram, um seine Künstliche Intelligenz zu trainieren. Die Behörde riet, rechtzeitig zu widersprechen.

Zudem beriet sie Gemeinden bei der Einführung von Bezahlkarten.`,
    ['meta'],
    ['complaint_statistics', 'opt_out'],
    { orTopics: ['scraping', 'training_start'] },
  ),
  printed(
    'core',
    'de',
    '2025-10-02',
    'Swiss',
    'Meta AI: Auch Schweizer Beiträge fliessen ins Training',
    'Seit dem Frühsommer verwendet Meta Posts von Schweizer Facebook-Nutzerinnen, um seine künstliche Intelligenz zu verbessern. Der Eidgenössische Datenschutz- und Öffentlichkeitsbeauftragte (EDÖB) hält das für zulässig, sofern ein Widerspruch einfach möglich ist. Der Konsumentenschutz verlangt hingegen eine ausdrückliche Zustimmung.',
    ['meta'],
    ['opt_out', 'consent', 'regulator_statement'],
  ),
  printed(
    'core',
    'de',
    '2025-05-30',
    'teaser only',
    'Hauptsacheverfahren gegen Meta? Verbraucherzentrale prüft nächsten Schritt',
    'Nach der Niederlage vor dem OLG Köln lässt die Verbraucherzentrale NRW offen, ob sie beim Thema KI-Training in die Hauptsache geht.',
    ['meta', 'vz_nrw', 'olg_koeln'],
    ['main_proceedings'],
    { orTopics: ['ruling'] },
  ),
  printed(
    'secondary',
    'de',
    '2026-03-10',
    'company profile',
    'Zwischen Werbung und Superintelligenz: Wohin steuert Meta?',
    `Mehr als drei Milliarden Menschen öffnen täglich eine App von Meta. Fast der gesamte Umsatz stammt aus Anzeigen, und die laufen prächtig: Im Schlussquartal stieg der Erlös um ein Viertel. Die Aktie hat sich in drei Jahren vervielfacht.

Nun steckt Mark Zuckerberg das Geld in Rechenzentren. Das jüngste soll so viel Strom verbrauchen wie eine Großstadt, und Fachleute aus aller Welt werden mit Boni gelockt, von denen Fußballer träumen.

In Europa hakt es. Zwar darf der Konzern nach einem Urteil des Oberlandesgerichts Köln öffentliche Posts seiner Nutzer für das KI-Training verwenden, doch die niederländische Stiftung SOMI verlangt dafür inzwischen Schadenersatz.

Anleger stört das wenig. Sie fragen eher, wann sich die Ausgaben rechnen.`,
    ['meta', 'p_zuckerberg', 'olg_koeln', 'somi'],
    ['ruling', 'damages'],
  ),
  printed(
    'context',
    'de',
    '2026-04-21',
    'Council',
    'EU-Staaten kippen Freibrief für KI-Training im Digitalen Omnibus',
    'Der Rat der EU will den umstrittenen Art. 88c streichen. Damit wäre das Training von KI-Modellen mit personenbezogenen Daten auch künftig nicht automatisch ein berechtigtes Interesse. Der Europäische Datenschutzausschuss und der Europäische Datenschutzbeauftragte hatten im Februar Bedenken angemeldet. Konzerne wie Meta und Google hatten für die Klausel geworben.',
    ['council_eu', 'edpb', 'edps', 'meta'],
    ['digital_omnibus', 'legitimate_interest'],
  ),
  printed(
    'core',
    'de',
    '2025-08-13',
    'agency summary',
    'SOMI unterliegt: Kein Eilverbot für Metas KI',
    'Schleswig (dpa/lno) - Das Oberlandesgericht in Schleswig hat es abgelehnt, Meta die Nutzung von Facebook- und Instagram-Daten zum Anlernen von Sprachmodellen vorläufig zu untersagen. Die Amsterdamer Stiftung SOMI habe zu lange gewartet, hieß es. Besonders um Kinder ging es ihr: Deren Fotos tauchten in Posten von Erwachsenen auf.',
    ['olg_schleswig', 'meta', 'somi'],
    ['ruling', 'minors'],
    { orTopics: ['injunction', 'llama_model'] },
  ),
  printed(
    'context',
    'de',
    '2025-11-11',
    'leak omnibus',
    'Vertrauliches Papier: Kommission plant Kahlschlag beim Datenschutz',
    'Ein geleakter Entwurf aus Brüssel sieht vor, dass Firmen sich künftig pauschal auf ihr berechtigtes Interesse berufen dürfen, wenn sie KI-Systeme mit persönlichen Daten trainieren. Das geht aus dem sogenannten Omnibus-Paket hervor, das die EU-Kommission am 19. November vorstellen will. Der grüne Datenschützer Jan Philipp Albrecht sprach von einem Ausverkauf.',
    ['ec'],
    ['digital_omnibus', 'legitimate_interest'],
  ),
  printed(
    'core',
    'de',
    '2025-05-27',
    'public radio',
    'Ab heute liest die KI mit',
    'Meta hat begonnen, seine Algorithmen mit Beiträgen aus Deutschland zu füttern. Man habe kein Verfahren mehr offen, das dem entgegenstehe, teilte die Hamburger Datenschutzbehörde mit. Für Nachzügler gilt: Auch ein späterer Widerspruch wirkt, aber nur für die Zukunft.',
    ['meta', 'hmbbfdi'],
    ['training_start', 'opt_out'],
    { stage: 'start', orTopics: ['regulator_statement'] },
  ),
  printed(
    'secondary',
    'de',
    '2025-09-18',
    'Datenschutz column, long',
    'Was Firmen aus den jüngsten Urteilen lernen können',
    `Wer Bewerberdaten speichert, muss sie nach sechs Monaten löschen. Das bestätigte das Arbeitsgericht Düsseldorf; Ausnahmen gelten nur mit Einwilligung.

Auch bei der Videoüberwachung im Lager ziehen die Gerichte die Zügel an. Das Verwaltungsgericht Hannover sah in der Dauerbeobachtung einen Verstoß gegen die DSGVO und ließ die Kamera abbauen.

Spannend für alle, die eigene KI-Modelle entwickeln: Das OLG Köln hielt es im Mai für zulässig, dass Meta öffentliche Profile seiner Nutzer als Trainingsmaterial verwendet. Das Gericht billigte die Abwägung nach Art. 6 Abs. 1 lit. f DSGVO.

Nicht zuletzt lohnt ein Blick auf Auskunftsklagen: Wer sie nur stellt, um Geld zu bekommen, handelt laut Amtsgericht Arnsberg missbräuchlich.`,
    ['olg_koeln', 'meta'],
    ['legitimate_interest'],
    { orTopics: ['ruling', 'consent', 'data_subject_rights'] },
  ),
  printed(
    'core',
    'de',
    '2026-03-17',
    'long feature, dispute core late names',
    'Die Datensammler und ihr Gewissen',
    `Als Hanna Behrens im Frühjahr ihr Profil löschte, war es zu spät. Ihre Beiträge aus fünfzehn Jahren Facebook steckten da schon in den Modellen, mit denen Meta seinen Chatbot antworten lässt. „Niemand hat mich gefragt“, sagt die Hebamme aus Kiel.

Sie hat sich der Klage einer niederländischen Stiftung angeschlossen, die in Schleswig Geld für alle verlangt, deren Daten in das KI-Training geflossen sind. Der Konzern hält das Verfahren für unbegründet.`,
    ['meta', 'somi'],
    [],
    {
      orParties: ['olg_schleswig'],
      orTopics: ['collective_redress', 'damages', 'data_subject_rights', 'consent', 'llama_model'],
    },
  ),
  printed(
    'core',
    'de',
    '2025-06-02',
    'law blog digest',
    'Interessenabwägung bei KI: Anmerkung zu OLG Köln, Urt. v. 23.5.2025 – I-15 UKl 2/25',
    'Der Senat stellt auf den Bericht der irischen Behörde und die Stellungnahme des EDSA ab. Kritisch bleibt, dass Daten Dritter, die selbst kein Konto haben, mitverarbeitet werden. Die Autorin hält die Ausführungen zu Art. 9 DSGVO für angreifbar.',
    ['olg_koeln', 'dpc', 'edpb'],
    ['ruling', 'legitimate_interest', 'edpb_opinion', 'third_parties_non_users', 'special_category'],
    {
      dates: ['2025-05-23#ruling'],
      dockets: ['15 UKl 2/25'],
      orParties: ['meta', 'vz_nrw', 'meta_ireland'],
      orGrade: 'secondary',
    },
  ),
  printed(
    'secondary',
    'de',
    '2025-06-11',
    'Verbraucher-Tipps newsletter',
    'Ihr Recht im Juni: drei Tipps',
    `Pauschalreisen: Wer wegen Hitze storniert, hat nur selten Anspruch auf Erstattung. Entscheidend sind amtliche Warnungen.

Heizung: Förderanträge können noch bis Jahresende gestellt werden. Die Energieberatung hilft kostenlos, Termine gibt es auch am Telefon und in den Beratungsstellen.

Soziale Medien: Seit Ende Mai trainiert Meta seine KI mit öffentlichen Facebook- und Instagram-Posts. Ein Widerspruch ist weiterhin möglich, er wirkt aber nur noch für künftige Inhalte. Musterbriefe für Betroffene stellen wir bereit.

Gewinnspiele: Vorsicht vor Anrufen angeblicher Anwälte.`,
    ['meta'],
    ['opt_out'],
    { orTopics: ['training_start'] },
  ),
  printed(
    'context',
    'de',
    '2026-02-11',
    'Stellungnahme EDPB EDPS',
    'Datenschutzgremien warnen vor Omnibus',
    'In einer gemeinsamen Stellungnahme lehnen EDSA und EDSB mehrere Punkte des Digitalen Omnibus ab. Eine eigene Rechtsgrundlage für das Training von KI mit personenbezogenen Daten sei überflüssig.',
    ['edpb', 'edps'],
    ['digital_omnibus'],
    { orTopics: ['legitimate_interest'] },
  ),
  printed(
    'core',
    'de',
    '2025-05-26',
    'Verbraucherzentrale tip',
    'Noch heute Nein zu Metas KI sagen',
    'Wer verhindern will, dass seine öffentlichen Inhalte auf Instagram und Facebook dauerhaft in KI-Modellen landen, sollte bis Mitternacht das Formular abschicken. Das empfiehlt die Verbraucherzentrale Hessen.',
    ['meta'],
    ['opt_out'],
    { orTopics: ['howto_objection'] },
  ),
];
