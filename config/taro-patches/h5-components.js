/**
 * In place of Taro's components for browsers: pages are made of src/components/elements, plain HTML. Only
 * this name is asked for by Taro's own start-up code; no page of ours is pulled down to be renewed.
 */
export const PullDownRefresh = ({ children }) => children
