/**
 * Babel plugin: `#field` becomes the property `__field`. The engines that WeChat still runs on know no
 * private fields, and the usual replacement, a WeakMap for each, costs 10 kB of the main package and a
 * look-up at every access. Only for libraries whose private names are not among their public ones.
 */
module.exports = function publicFields({ types }) {
  const nameOf = ({ id }) => types.identifier(`__${id.name}`)
  return {
    name: 'public-fields',
    visitor: {
      Program(program) {
        program.traverse({
          ClassPrivateProperty(path) {
            const { key, value, static: isStatic } = path.node
            path.replaceWith(types.classProperty(nameOf(key), value, null, [], false, isStatic))
          },
          ClassPrivateMethod(path) {
            const { kind, key, params, body, static: isStatic, async, generator } = path.node
            path.replaceWith(
              types.classMethod(kind, nameOf(key), params, body, false, isStatic, generator, async),
            )
          },
          PrivateName(path) {
            path.replaceWith(nameOf(path.node))
          },
        })
      },
    },
  }
}
