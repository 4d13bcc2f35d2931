// Lets the search of the Vietnamese book find words with and without accents: "tien do" finds "tiến
// độ". make.py puts this before the search index, and folds the words of the index in the same way.
(() => {
  const fold = (token) =>
    token
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d")
      .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  // For the words of a query: the index names this step.
  elasticlunr.Pipeline.registerFunction(fold, "fold");
  // For the words that are marked in what was found.
  elasticlunr.stemmer = fold;
})();
