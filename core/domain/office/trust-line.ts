/** F90: who runs this, and what it never asks for. Pages say it, and paper on the walls does: the same words everywhere. */
export const trustLine = (subdistrict: string, phone: string | null, hotline: string): string =>
  `${subdistrict}主办。不收费，不要验证码、银行卡、身份证。核实请打 ${phone ?? hotline}。`
