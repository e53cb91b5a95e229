using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>A member and its place.</summary>
public sealed record Member(LeafIndex Index, LeafNode Leaf);
