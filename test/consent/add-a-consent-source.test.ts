import { followRecipe } from '../support/follow-recipe.js'

await followRecipe('Add a consent source', {
  folder: 'consent',
  row: /^src\/consent\/index\.ts$/,
})
