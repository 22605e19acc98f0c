/** WeChat opens no other sites from here: the address is shown, to be copied. */
export const opensAddresses = false as boolean

export const openAddress = (_address: string): void => undefined
