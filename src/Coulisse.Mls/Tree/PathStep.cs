namespace Coulisse.Mls.Tree;

/// <summary>A node on the filtered direct path of a leaf, and its child that is not on the path.</summary>
internal readonly record struct PathStep(Subtree Node, Subtree Copath);
