/** WeChat says who somebody is: nobody is lent. */
export const isDemo = (): Promise<boolean> => Promise.resolve(false)
