namespace Coulisse.Mls.Framing;

/// <summary>What a framed content says: RFC 9420 §6.</summary>
public enum ContentType
{
    Application = 1,
    Proposal = 2,
    Commit = 3,
}
