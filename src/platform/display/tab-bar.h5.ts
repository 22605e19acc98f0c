/** In a browser the tab bar is part of the frame, which draws it or doesn't. */
export function showTabBar(_wanted: boolean): void {}
