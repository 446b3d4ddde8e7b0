/** What a person who is handed a bundle has to know. */
export const README = `BELEGE / EVIDENCE
=================

(English below)

Dieses Archiv enthält, was standoff über eine Story oder einen Artikel der Presse gespeichert hat.

  manifest.json          alle Dateien mit Größe und SHA-256
  manifest.sha256        SHA-256 von manifest.json: die Wurzel, an der alles hängt
  story.json             die Story: Zusammenfassung, Artikel, warum sie dazugehören, Korrekturen, Nachrichten
  articles/N/            Artikel Nummer N
    article.json         Adresse, Medium, Zeiten (UTC), HTTP-Status, SHA-256 des Abgerufenen, Extraktor
    title.txt teaser.txt text.txt    der neueste Text, UTF-8
    fetches/K.json       ein Abruf: Zeit, Adresse, Status, Header der Antwort (ohne Cookies und Zugangsdaten)
    fetches/K.page       die Seite Byte für Byte, wie sie nach Entpacken der Übertragung ankam;
                         nur mit store.archive. Inhalt aus dem Netz: nicht ungeprüft im Browser öffnen
    revisions/K.txt      die K-te Fassung, Überschrift zuerst; K.json wann; K.diff was sich änderte
    findings.json statements.json    was darin erkannt wurde, mit Fundstelle
    links.json           von wem der Text stammt, wer ihn übernahm
    entries.json         wie Feeds ihn ankündigten
    decisions.json       jede Entscheidung über die Adresse, mit Grund

Prüfen:  standoff evidence verify DATEI.zip [--root WURZEL]
Ohne standoff:  sha256sum -c manifest.sha256
                jq -r '.files[] | .sha256 + "  " + .path' manifest.json | sha256sum -c

Was das beweist: dass keine Datei verändert wurde, seit manifest.json entstand, und dass archivierte Seiten
die Bytes sind, deren SHA-256 beim Abruf notiert wurde.
Was nicht: wer das Archiv gemacht hat und wann. Wer alle Dateien ändert, kann auch das Manifest neu schreiben.
Davor schützt die Wurzel, wenn sie beim Erstellen anderswo festgehalten oder von einem Dritten mit
Zeitstempel versehen wurde (RFC 3161):  openssl ts -query -data manifest.json -sha256 -cert -out root.tsq

Die Texte gehören ihren Verlagen; dieses Archiv gibt kein Recht, sie zu veröffentlichen.


English
-------

This archive holds what standoff has stored of a story or an article of the press.

  manifest.json          every file with its size and SHA-256
  manifest.sha256        SHA-256 of manifest.json: the root that everything hangs on
  story.json             the story: its summary, articles, why they belong to it, corrections, messages
  articles/N/            article number N
    article.json         address, outlet, times (UTC), HTTP status, SHA-256 of what was fetched, extractor
    title.txt teaser.txt text.txt    the newest text, UTF-8
    fetches/K.json       one fetch: time, address, status, header of the answer (without cookies and credentials)
    fetches/K.page       the page byte by byte, as it arrived once unpacked of its transfer; only with
                         store.archive. Content from the web: do not open it in a browser without care
    revisions/K.txt      the K-th version, headline first; K.json when; K.diff what changed
    findings.json statements.json    what was recognised in it, and where
    links.json           whose text it is, who took it over
    entries.json         how feeds announced it
    decisions.json       every decision about the address, with its reason

Verify:  standoff evidence verify FILE.zip [--root ROOT]
Without standoff:  sha256sum -c manifest.sha256
                   jq -r '.files[] | .sha256 + "  " + .path' manifest.json | sha256sum -c

What this proves: that no file was changed since manifest.json was made, and that archived pages are the bytes
whose SHA-256 was noted when they were fetched.
What it does not: who made the archive, and when. Whoever changes every file can write the manifest anew, too.
The root protects against that where it was noted elsewhere when the archive was made, or time-stamped by a third
party (RFC 3161):  openssl ts -query -data manifest.json -sha256 -cert -out root.tsq

The texts belong to their publishers; this archive gives no right to publish them.
`;
