// A cloud function as WeChat runs it: one process, identity in the environment of the call that is starting.
// The test sends { id, event, openid, keys }; each answer goes back under its id.
const { main } = require(process.argv[2])

process.on('message', ({ id, event, openid, listed }) => {
  // An instance is reused, so what an earlier call left behind stays unless this call's context replaces it.
  process.env.WX_CONTEXT_KEYS = listed ? 'WX_APPID,WX_OPENID' : 'WX_APPID'
  if (openid !== null) process.env.WX_OPENID = openid
  main(event, {}).then(
    (answer) => process.send({ id, answer }),
    (error) => process.send({ id, thrown: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
process.send({ id: 'ready' })
