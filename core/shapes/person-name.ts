/**
 * The longest name of a person, in characters. Documents of residents hold names of more than forty letters, and 维吾尔
 * names with · of twenty-five characters. The database checks the same.
 */
export const LONGEST_NAME = 60
