import { followRecipe } from '../../support/follow-recipe.js'

await followRecipe('Add a minter', {
  folder: 'server/minters',
  row: /^src\/server\/minters\/index\.ts$/,
})
