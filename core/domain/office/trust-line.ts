interface Speaker {
  readonly organiser: string
  /** Of the subdistrict itself; `null` while it is not verified: then the hotline stands there. */
  readonly phone: string | null
  readonly hotline: string
}

/** F90: who runs this, and what it never asks for. Pages say it, and paper on the walls does: the same words everywhere. */
export const trustLine = ({ organiser, phone, hotline }: Speaker): string =>
  `${organiser}主办。不收费，不要验证码、银行卡、身份证。核实请打 ${phone ?? hotline}。`
