import type { Unit, UnitState } from './units.ts';
import type { Lang } from '../../../src/model/languages.ts';

/** What travels to a translator and back, in whatever format. */
export interface Message {
	readonly id: string;
	readonly source: string;
	/** The translation; empty where there is none. */
	readonly target: string;
	/** A translation that the translator has not finished. */
	readonly unfinished: boolean;
	/** Fingerprint of the translation as it was exported: shows whether somebody changed it here meanwhile. */
	readonly exported: string;
}

export interface Batch {
	readonly from: Lang;
	readonly to: Lang;
	readonly messages: readonly Message[];
}

/** A unit as it leaves. @param fingerprint of a text */
export const toMessage = ({ id, source, target = '', state }: Unit, fingerprint: (text: string) => string): Message => ({
	id,
	source,
	target,
	unfinished: isWanted(state) && target !== '',
	exported: fingerprint(target),
});

/** Whether a translator has something to do. */
export const isWanted = (state: UnitState): boolean => state !== 'current';
