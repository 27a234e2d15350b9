export const openReader = async () => {
  throw new Error('the model is missing')
}
