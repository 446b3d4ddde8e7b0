/**
 * Words by which boilerplate gives itself away, by language; all languages are tried on every page, since pages
 * mix them. Matched against a block's whole text in lower case, so they stay short and anchored.
 */
interface Phrases {
  /** Headings and labels that open a list of other articles, an advertisement or a tool. Whole block. */
  label: string;
  /** How a block begins that points elsewhere (`Lesen Sie auch: …`). */
  pointer: string;
  /** What a notice about the page itself holds anywhere: embeds, newsletters, rights, comments, affiliate links. */
  notice: string;
}

const TABLE: Record<string, Phrases> = {
  de: {
    label: `anzeige|werbung|advertorial|auch interessant|das könnte (?:sie|dich) auch interessieren|(?:lesen sie|lies) (?:auch|mehr|dazu|jetzt)
      |lesen sie mehr zum thema|mehr zum thema|mehr (?:dazu|davon|artikel|news|lesen|aus .{2,30}|zu .{2,40})|mehr über .{2,40}|weitere (?:artikel|meldungen|informationen|themen|nachrichten|beiträge|links|infos)
      |zum thema|themen|schlagw(?:orte|örter)|stichwort(?:e|wörter)|weiterlesen|(?:artikel|beitrag|seite) (?:teilen|drucken|empfehlen|kommentieren|merken|anhören)|teilen|drucken|kommentare?|kommentieren|newsletter
      |empfohlener redaktioneller inhalt|externe[rn]? inhalte?(?: anzeigen| laden)?|inhalte? (?:laden|anzeigen|erlauben)|empfehlungen(?: der redaktion)?|meistgelesen|beliebteste artikel|ähnliche (?:artikel|beiträge|themen)|empfohlene (?:artikel|beiträge)
      |verwandte (?:artikel|themen|beiträge)|quellen?|links zum (?:thema|artikel)|dieses thema im programm|aus dem archiv|top-?themen|zur (?:startseite|übersicht)|zurück|nach oben|audio|video|podcast|bildergalerie|zur galerie|vorlesen|artikel anhören
      |bild (?:anzeigen|vergrößern)|folgen sie uns.{0,40}|abonnieren|jetzt (?:abonnieren|anmelden|kaufen|testen)|anmelden|einloggen|registrieren|login|gefällt mir.{0,20}|bloggern gefällt das|kurz erklärt|über (?:den autor|die autorin)|zur person
      |schreibe einen kommentar|hinterlasse einen kommentar|antwort abbrechen|vorheriger (?:artikel|beitrag).{0,80}|nächster (?:artikel|beitrag).{0,80}|bewerten|diese seite|inhaltsverzeichnis|inhalt(?:e)?|bitte beachten|quick ?links?|nutzungsbedingungen|impressum|datenschutz(?:erklärung)?`,
    pointer: `lesen sie (?:auch|hier|dazu|mehr|außerdem|jetzt)|lies (?:auch|hier|dazu|mehr)|mehr zum thema|auch interessant|mehr dazu|siehe auch|hier (?:lesen sie|geht es (?:zu|weiter)|geht's)|passend dazu|weiterlesen|zum artikel|video:|folgen sie uns
      |hören sie (?:auch|hier|dazu)|abonnieren sie|melden sie sich|sie wollen (?:mehr|keine)|sie möchten (?:mehr|den|keine)|jetzt anmelden|weitere informationen (?:finden|zu)|mehr informationen|alle (?:infos|informationen|nachrichten|artikel|entwicklungen|news)|das könnte|der beitrag wurde am|dieser (?:artikel|beitrag|text) (?:ist|erschien|wurde|stammt)|dieser eintrag wurde|sendung:|stand:`,
    notice: `(?:unser(?:en|em|e)?|kostenlosen?|täglichen?|wöchentlichen?|zum|per|im) [\\p{L}-]*newsletter.{0,60}(?:anmeld|abonn|hier|bestell|registr|eintrag|erhalten)|newsletter (?:abonnieren|bestellen|anmelden)|(?:hier|jetzt)[^.]{0,30}(?:newsletter|abonnieren)|(?:unser|folg|abonn)[^.]{0,40}whatsapp-kanal|alle rechte vorbehalten|alle angaben (?:sind )?ohne gewähr|all rights reserved|nachdruck(?:,| und| nur| verboten)|mit einem \\*? ?(?:stern(?:chen)? )?(?:gekennzeichnete|markierte)|affiliate[- ]?links?|(?:erhalten|bekommen) wir .{0,60}provision
      |diese[nr]? (?:artikel|beitrag|text|seite) (?:teilen|drucken|kommentieren|weiterempfehlen|bewerten)|kommentarfunktion|kommentar (?:verfassen|schreiben)|um (?:zu kommentieren|einen kommentar)|müssen sie (?:sich einloggen|eingeloggt|angemeldet)|schreiben sie uns|(?:ihre|ihr feedback|feedback).{0,40}(?:an|@)[^ ]*@|feedback zu diesem artikel|müssen nicht der meinung|gibt nicht (?:notwendig|zwingend|unbedingt)|(?:wir|(?:diese|unsere) (?:web)?(?:seite|site)) (?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)) cookies|mit der (?:weiteren )?nutzung (?:dieser|unserer) (?:web)?(?:site|seite)|gib deine e-mail|e-mail-adresse ein`,
  },
  en: {
    label: `ad(?:vert(?:isement)?|vertising)?|advertisement - .{0,30}|sponsored(?: content)?|read (?:more|next|also|this next)(?: .{0,40})?|related(?: (?:articles?|stor(?:y|ies)|posts?|content|topics?|news|links?|video))?|more (?:from .{2,40}|on .{2,40}|stories|news|like this|videos?)|most (?:read|popular|viewed)|trending(?: now)?|recommended(?: for you| stories)?|you (?:may|might) (?:also )?(?:like|be interested).{0,30}
      |see also|don'?t miss|share(?: this)?(?: .{0,30})?|print(?: this)?|comments?|leave a (?:comment|reply)|tags?|topics?|newsletter|subscribe(?: now)?|sign up(?: now)?|log ?in|continue reading|story continues.{0,40}|article continues.{0,40}|watch(?: now| live| more)?|listen(?: now)?|image \\d+ of \\d+|view (?:gallery|image|all).{0,20}|follow us.{0,40}|join the conversation.{0,4}|tell us what you think.{0,4}|about the author|editor'?s (?:picks?|choice)|popular (?:posts?|stories)|latest (?:news|stories|posts)|top stories|breaking news|next (?:article|post).{0,80}|previous (?:article|post).{0,80}|back to top|skip (?:to .{0,20}|ad(?:vert)?)|what to read next|up next|also read|loading.{0,5}|close|buy now|read the full story|copy link`,
    pointer: `read (?:more|also|next|:)|also read|related:?|see also:?|more:|watch:|listen:|click here|follow (?:us|him|her|them|\\w+ on)|subscribe|sign up|join (?:us|our)|get (?:the latest|our|more|real-time|updates)|you can also|don'?t miss|have a (?:tip|story|question)|do you have a (?:tip|story)|for more (?:stories|information|news|on)|want (?:to|more)|like this story|like us|check out (?:our|more)|download (?:our|the) app|to read more|this (?:article|story|post) (?:was|originally|first|appeared|has been|is)|originally published|first published|posted (?:in|by|on)|filed under|tagged|published(?:\\s|:)|updated(?:\\s|:)|last (?:updated|modified)|photos? by|image:|image credit|copyright(?= ?(?:©|\\(c\\)|\\d|by\\b))|©|\\(c\\) \\d`,
    notice: `(?:our|free|daily|weekly|the|to) [\\w’' -]{0,40}newsletters?\\b.{0,60}(?:sign|subscri|inbox|here|today|email|get)|(?:sign up|subscribe)[^.]{0,60}(?:newsletter|inbox|updates|channel|today|now|here|email|emails)|(?:delivered|straight) (?:straight |right |directly )?(?:to|in|into) your (?:inbox|phone|letterbox)|all rights reserved|may not be (?:published|reproduced)|affiliate (?:links?|commission)|earn (?:a|an affiliate) commission|we may (?:earn|receive) (?:an? )?(?:affiliate |small )?commission|read our privacy (?:notice|policy)|by (?:clicking|signing up|submitting|subscribing)[^.]{0,80}you (?:agree|consent|accept)|you can (?:unsubscribe|check out at any time)|we want to hear (?:what you|from you|your)|let us know (?:what you think|in the comments)|(?:leave|post) (?:a|your) comments?\\b|in the comments(?: section)? below|share (?:it|this|your).{0,40}(?:friend|comments|thoughts)|support (?:our|independent|quality) journalism|enable javascript|javascript is (?:disabled|required)|browser does not support|(?:we|this (?:web)?site) uses? cookies|invitation-only community|google news.{0,30}(?:source|feed)|preferred source|thank you for (?:your support|subscribing|reading)`,
  },
  fr: {
    label: `publicité|à lire (?:aussi|également).{0,3}|lire aussi.{0,3}|sur le même sujet|partager|commentaires?|voir aussi|à voir aussi|newsletter|les plus lus|s'abonner|je m'abonne`,
    pointer: `lire aussi|à lire aussi|(?:à|a) lire|crédits? photos?|voir aussi|retrouvez`,
    notice: `(?:inscrivez|abonnez)-vous.{0,60}(?:newsletter|lettre)|tous droits réservés`,
  },
  es: {
    label: `publicidad|leer? (?:más|también).{0,30}|te puede interesar|más (?:información|noticias)|comentarios?|compartir|noticias relacionadas|lee también|relacionad[oa]s?|leia (?:mais|também)|veja também|você pode gostar.{0,4}|publicidade|compartilhe|comentários?|categorias`,
    pointer: `lee también|leer más|puede escribirnos|más información|sigue (?:toda )?la información|suscríbete|regístrate|leia (?:mais|também)|veja também|siga`,
    notice: `suscr[ií]b(?:ete|ase).{0,60}(?:newsletter|boletín)|todos los derechos reservados|todos os direitos|serão aprovados pelo moderador`,
  },
  it: {
    label: `pubblicità|leggi anche.{0,2}|leggi tutto|condividi|commenti|articoli correlati|ti potrebbe interessare|potrebbe interessarti.{0,20}|advertisement`,
    pointer: `leggi anche|guarda anche|segui`,
    notice: `riproduzione riservata|iscriviti.{0,60}newsletter`,
  },
  other: {
    label: `annonse|annons|reklame|reklam|reklama|les også.{0,60}|läs också.{0,60}|läs mer.{0,60}|læs også.{0,60}|lees (?:ook|meer).{0,60}|czytaj (?:także|też|więcej).{0,60}|przeczytaj.{0,60}|çok okunanlar|ilgili haberler|читайте также.{0,80}|広告|関連記事|関連ニュース|関連.{0,4}|続きを読む|相关阅读|광고|관련기사`,
    pointer: `les også|läs (?:också|även|mer)|læs også|lees ook|czytaj (?:także|też|więcej)|читайте также|читать также|【関連|\\[関連`,
    notice: `alla rättigheter|prawa zastrzeżone|tüm hakları|все права защищены|無断転載|無断複製|무단 ?전재|저작권자`,
  },
};

const join = (part: keyof Phrases): string =>
  Object.values(TABLE)
    .map((phrases) => phrases[part].replace(/\s*\n\s*/g, ''))
    .join('|');

/** How notices begin that stand where an embed waits for consent. */
const EMBED =
  /^\W*(?:an dieser stelle (?:finde|befindet sich|möchten|würde|steh|wird)|ich bin (?:damit )?einverstanden, dass mir|mit (?:dem|ihrem) klick|(?:zum laden|um) (?:des|dieses|diesen) inhalts?|wir (?:benötigen|brauchen) (?:hier )?(?:ihre|deine) (?:zustimmung|einwilligung)|(?:dieser|der) (?:externe )?inhalt .{0,60}(?:geladen|angezeigt|stammt|blockiert|javascript)|bitte (?:stimmen sie|aktivieren|akzeptieren)|aktivieren sie (?:bitte )?javascript|personenbezogene daten können an drittplattformen|externe[nrs]? inhalt|(?:[\p{L}-]+)?-?inhalte? (?:erlauben|anzeigen|laden|aktivieren)|this (?:content|video|article) (?:is hosted|contains content|comes from|could not|is not available|isn['’]t available)|(?:to|you need to) (?:view|see) this (?:content|video)|we need your (?:consent|permission) to (?:load|show|display)|allow .{0,30} content|view this post on|sieh dir diesen beitrag|ein beitrag geteilt von|a post shared by)/u;

const LABEL = new RegExp(`^[^\\p{L}\\d©【\\[]*(?:${join('label')})[^\\p{L}\\d]*$`, 'u');
const POINTER = new RegExp(`^[^\\p{L}\\d©【\\[]*(?:${join('pointer')})(?!\\p{L})`, 'u');
const NOTICE = new RegExp(join('notice'), 'u');

const NETWORKS =
  /facebook|twitter|whatsapp|e-?mail|linkedin|telegram|pinterest|reddit|xing|flipboard|pocket|tweet|threads|bluesky|mastodon|messenger|instagram|youtube|tumblr|copy link|link kopieren|print|drucken|share|teilen|mailen|merken|\bx\b/g;

/** Nothing but the names of networks and tools, as share bars print them. */
export function isShareBar(text: string): boolean {
  if (text.length > 200) return false;
  const lower = text.toLowerCase();
  const rest = lower.replace(NETWORKS, '');
  return rest !== lower && !/\p{L}{2}/u.test(rest);
}

/** A whole block that is but a label of something other than the article. */
export const isLabel = (text: string): boolean => text.length <= 100 && LABEL.test(text.toLowerCase());

/** A block that points to other pages. */
export const isPointer = (text: string): boolean => POINTER.test(text.slice(0, 80).toLowerCase());

/** A block that speaks of the page, its rights or its services. */
export const isNotice = (text: string): boolean =>
  (text.length <= 300 && NOTICE.test(text.toLowerCase())) ||
  (text.length <= 900 && EMBED.test(text.slice(0, 200).toLowerCase()));
