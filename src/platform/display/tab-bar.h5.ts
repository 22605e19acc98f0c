/** In a browser the tab bar is part of the frame, which draws it or doesn't. */
export function showTabBar(_wanted: boolean): void {}

/** The same of a mark on one of its tabs. */
export function markTab(_index: number, _marked: boolean): void {}
