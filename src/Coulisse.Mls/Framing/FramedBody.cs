using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Framing;

/// <summary>The part of a content that its type selects: RFC 9420 §6.</summary>
public abstract record FramedBody
{
    private FramedBody() { }

    /// <summary>The type that selects it.</summary>
    public ContentType Type => this switch
    {
        Application => ContentType.Application,
        Proposed => ContentType.Proposal,
        Committed => ContentType.Commit,
        _ => throw new UnreachableException(),
    };

    /// <summary>Reads the body of a content of this <paramref name="type"/>.</summary>
    public static FramedBody Read(ref TlsReader reader, ContentType type) => type switch
    {
        ContentType.Application => new Application(ApplicationData.Read(ref reader)),
        ContentType.Proposal => new Proposed(Proposal.Read(ref reader)),
        ContentType.Commit => new Committed(Commit.Read(ref reader)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Appends the body, without its type.</summary>
    public void Write(TlsWriter writer)
    {
        switch (this)
        {
            case Application application:
                application.Data.Write(writer);
                break;
            case Proposed proposed:
                proposed.Proposal.Write(writer);
                break;
            case Committed committed:
                committed.Commit.Write(writer);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public sealed record Application(ApplicationData Data) : FramedBody;

    public sealed record Proposed(Proposal Proposal) : FramedBody;

    public sealed record Committed(Commit Commit) : FramedBody;
}
