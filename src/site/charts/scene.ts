/**
 * What a picture is made of, as plain geometry. Layouts make scenes from data; `Scene.astro` draws them, so that every
 * text is escaped; tests look at scenes without a browser. Lengths are in units of the view box.
 */
export interface Scene {
	readonly width: number;
	readonly height: number;
	readonly items: readonly Item[];
}

export type Item = Rect | Path | Label | Link;

export interface Rect {
	readonly type: 'rect';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** None is the room of a link, for a finger. */
	readonly class?: string;
}

export interface Path {
	readonly type: 'path';
	readonly d: string;
	readonly class: string;
}

/** Lines of text; `y` is the base line of the first. */
export interface Label {
	readonly type: 'label';
	readonly x: number;
	readonly y: number;
	readonly lines: readonly string[];
	readonly anchor?: 'middle' | 'end';
	readonly class?: string;
}

export interface Link {
	readonly type: 'link';
	readonly href: string;
	/** What the link says to those who do not see it, and to a pointer at rest. */
	readonly name: string;
	readonly items: readonly (Rect | Path | Label)[];
}

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** A coordinate as it is written: one decimal is finer than a pixel. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** All labels of a scene, those within links too. */
export const labels = ({ items }: Pick<Scene, 'items'>): Label[] =>
	items.flatMap((item) => (item.type === 'label' ? [item] : item.type === 'link' ? labels(item) : []));

export const links = ({ items }: Scene): Link[] => items.filter((item) => item.type === 'link');

/** The classes of the shapes of a scene. */
export const classesOf = ({ items }: Scene): Set<string> =>
	new Set(items.flatMap((item) => (item.type === 'link' ? item.items : [item])).flatMap((item) => item.class ?? []));
