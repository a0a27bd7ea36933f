import { langs, languages, type Localized, type Script } from '../../../src/model/languages.ts';
import type { Status } from '../../../src/model/vocabulary.ts';
import type { Issue } from '../issue.ts';
import type { Passage } from './passages.ts';

/** How a language says that something is still to come, and that it is done. By script: grammar follows the language, and each of ours has its own. */
interface Tense {
	/** The text tells of something to come. */
	readonly ahead: RegExp;
	/** Of a thing that is done, said so that it cannot be read as still to come. */
	readonly done: RegExp;
	/** What the deed of a status looks like when it is still to come, and when it is done. */
	readonly deeds: Partial<Readonly<Record<Status, { readonly ahead: RegExp; readonly done: RegExp }>>>;
}

const tenses: Partial<Readonly<Record<Script, Tense>>> = {
	Latn: {
		ahead: /\b(?:will|would|shall|may|might|could|can|should|plans?|planned|planning|intends?|intended|aims?|aimed|targets?|expect(?:s|ed)?|due|propos\w+|consider\w*|discuss\w*|explor\w*|seeks?|sought|hopes?|likely|possible|potential|looking|talks|wants?|agreed to|is to|are to|was to|were to|to be|by 20\d\d|next|future|scheduled|set to|prepar\w+|envisag\w+|foresee\w*|call(?:s|ed)? for|goal|promis\w+|pledg\w+|ask(?:s|ed)?|invit\w+|urg\w+|interest\w*|commit\w*|suggest\w*|recommend\w*|negotiat\w*|need\w*|must|ready|offer\w*|want\w*|to [a-z]+)\b/i,
		done: /\b(?:signed|launched|inaugurated|completed|opened|concluded|has begun|have begun|was held|were held|took place)\b/i,
		deeds: {
			signed: { ahead: /\b(?:will|would|plans? to|planned to|is to|are to|intends? to|due to|expected to|set to)\s+(?:\w+\s+)?(?:sign|be signed|conclude|exchange)\b|\bto be signed\b/i, done: /\b(?:signed|concluded|exchanged|signing|signature|agreed|entered into|under (?:a|an|the)|sealed|inked|MoUs?|memorand\w+)\b/ },
			held: { ahead: /\b(?:will|is to|are to|plans? to|due to)\s+(?:be held|meet|take place|hold|visit)\b/i, done: /\b(?:held|met|took place|visited|hosted|convened|attended|discussed|took part|participated|welcomed|has had|came|went)\b/i },
			launched: { ahead: /\b(?:will|is to|are to|plans? to|due to)\s+(?:be launched|launch|begin|start)\b/i, done: /\b(?:launched|began|begun|started|opened|inaugurated|introduced|set up|initiated|founded)\b/i },
			established: { ahead: /\b(?:will|is to|are to|plans? to|due to)\s+(?:be established|be set up|establish|set up|found)\b/i, done: /\b(?:established|set up|founded|created|built|formed|opened|elevated|has|have|exists?)\b/i },
		},
	},
	Jpan: {
		ahead: /予定|計画|見込|方針|検討|目指|目標|提案|協議|可能性|意向|考え|構想|期待|狙い|交渉|準備|模索|案|望|求め|呼びか|関心|約束|見通|将来|今後|年まで|べき|(?:る|う|す|く|む|ぶ|つ|ぬ)。|(?:る|う)こと|ない|られる|される|用意|打診|とみ|ため|想定|推進|合意|視野/,
		done: /署名した|発足した|開始した|開催した|締結した|完了した|開設した|始まった|開かれた/,
		deeds: {
			signed: { ahead: /(?:署名|締結|調印)(?:する|される|を)?(?:予定|計画|見込|見通|方針|意向|へ。)/, done: /(?:署名|締結|調印)(?:し|され|済|の|に基づ|が|を)|交わし|結[んば]|覚書|合意|協定/ },
			held: { ahead: /(?:開催|開く|開かれる|訪問|会談)(?:する|される)?(?:予定|計画|見込|見通)/, done: /(?:開催|開|訪|会談|協議|参加|出席|実施)\S{0,6}(?:た|い)/ },
			launched: { ahead: /(?:発足|開始|始め|立ち上げ|設立)(?:る|する|される)?(?:予定|計画|見込|見通)/, done: /(?:発足|開始|始ま|始め|立ち上げ|設立|設け|導入)(?:し|さ|っ|た|ら)/ },
			established: { ahead: /(?:設立|設置|設け|創設)(?:る|する|される|られる)?(?:予定|計画|見込|見通)/, done: /(?:設立|設置|設け|創設|置|格上げ|構築)(?:し|さ|た|ら|い|て)/ },
		},
	},
};

/** What a status that is only an intention must not be told as. */
const intentions: ReadonlySet<Status> = new Set(['planned', 'proposed', 'under-discussion', 'expected']);

/**
 * Texts that contradict their status, and nothing finer: a thing that is done told as still to come, or one that is
 * only planned told as done.
 */
export function statusIssues(texts: Localized<Passage>, status: Status): Issue[] {
	return langs.flatMap((lang): Issue[] => {
		const { text, at } = texts[lang];
		const tense = tenses[languages[lang].script];
		const deed = tense?.deeds[status];
		const say = (offset: number, found: string, expected: string, fix: string): Issue[] => [{ ...at(offset), code: 'status-contradicted', found, expected, fix }];
		const ahead = deed?.ahead.exec(text);
		if (ahead && !deed?.done.test(text.replace(ahead[0], ''))) return say(ahead.index, `“${ahead[0]}” in the \`${lang}\` text of a statement whose status is \`${status}\``, 'a text that tells it as done, as its status does', 'set the status that the source bears out (`planned`, `expected`), or correct the tense of the text');
		const done = intentions.has(status) ? tense?.done.exec(text) : undefined;
		if (done && !tense?.ahead.test(text)) return say(done.index, `“${done[0]}” in the \`${lang}\` text of a statement whose status is \`${status}\``, 'a text that tells it as still to come, as its status does', 'set the status that the source bears out, or say in the text that it is planned');
		return [];
	});
}
