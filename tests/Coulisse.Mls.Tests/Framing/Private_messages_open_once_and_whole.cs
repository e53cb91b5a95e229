using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using CsCheck;

namespace Coulisse.Mls.Tests.Framing;

public sealed class Private_messages_open_once_and_whole
{
    private static readonly Ciphersuite[] Suites =
        [Ciphersuite.X25519Aes128Gcm, Ciphersuite.X25519ChaCha20Poly1305, Ciphersuite.PostQuantum(0xf042)];

    [Fact]
    public void Whatever_is_said_arrives_in_every_suite() =>
        Gen.Select(Gen.Byte.Array[0, 3000], Gen.Int[0, 2], Gen.Int[1, 512]).Sample((text, suite, bucket) =>
        {
            using var epoch = OneEpoch.Of(Suites[suite]);
            var message = epoch.Message(1, text, Padding.ToMultipleOf(bucket));
            var content = epoch.Take(message);
            return content.Content == epoch.Says(1, text)
                && (OneEpoch.Decoded(message).Ciphertext.Length - 16) % bucket == 0;
        }, iter: 200);

    [Fact]
    public void Lengths_within_a_bucket_look_the_same()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        var bucket = Padding.ToMultipleOf(256);
        Assert.Equal(epoch.Message(0, "yes"u8, bucket).Length, epoch.Message(0, "certainly not"u8, bucket).Length);
        Assert.NotEqual(epoch.Message(0, "yes"u8).Length, epoch.Message(0, "certainly not"u8).Length);
    }

    [Fact]
    public void The_same_message_again_is_a_replay()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        var message = epoch.Message(1, "once"u8);
        epoch.Take(message);
        Assert.Equal(MlsErrorCode.RatchetReplay, Refusal(() => epoch.Open(message)));
    }

    [Fact]
    public void Two_messages_from_one_state_differ_by_the_reuse_guard()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        var (one, other) = (epoch.Message(1, "same"u8), epoch.Message(1, "same"u8));
        Assert.NotEqual(OneEpoch.Decoded(one).Ciphertext, OneEpoch.Decoded(other).Ciphertext);
        Assert.Equal(epoch.Says(1, "same"u8), epoch.Take(other).Content);
    }

    [Fact]
    public void Any_flipped_bit_is_refused_and_moves_nothing() => Gen.Int[0, int.MaxValue].Sample(where =>
    {
        using var epoch = OneEpoch.Of(Suites[where % 2]);
        var message = epoch.Message(1, "a text of some length"u8);
        var changed = (byte[])message.Clone();
        var bit = where % (message.Length * 8);
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        Assert.True(IsRefused(epoch, changed), $"bit {bit} makes no difference");
        return epoch.Take(message).Content == epoch.Says(1, "a text of some length"u8);
    }, iter: 2000);

    [Fact]
    public void A_sender_at_a_blank_leaf_is_refused_before_any_ratchet()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        var content = epoch.Says(3, "nobody sits here"u8);
        var made = epoch.Framing.SignAndProtect(epoch.Ratchets, epoch.KeyOf(0), content, default, OneEpoch.Chance)!;
        Assert.Equal(MlsErrorCode.FramingSenderNotMember, Refusal(() => epoch.Open(made.Value.Message.ToArray())));
    }

    [Fact]
    public void A_member_cannot_sign_for_another_one()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        var content = epoch.Says(1, "in another's name"u8);
        var made = epoch.Framing.SignAndProtect(epoch.Ratchets, epoch.KeyOf(0), content, default, OneEpoch.Chance)!;
        Assert.Equal(MlsErrorCode.FramingSignature, Refusal(() => epoch.Open(made.Value.Message.ToArray())));
        Assert.Equal(epoch.Says(1, "own"u8), epoch.Take(epoch.Message(1, "own"u8)).Content); // Generation 0 still.
    }

    [Fact]
    public void A_message_of_another_epoch_does_not_decrypt()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        using var other = OneEpoch.Of(Suites[0]);
        Assert.Equal(MlsErrorCode.FramingUndecryptable, Refusal(() => epoch.Open(other.Message(1, "text"u8))));
    }

    [Fact]
    public void Padding_of_anything_but_zeros_is_refused()
    {
        using var epoch = OneEpoch.Of(Suites[0]);
        Assert.Equal(epoch.Says(1, "text"u8), OpenedWith(epoch, padding: [0, 0]).Content);
        var refusal = Assert.Throws<DecodeException>(() => OpenedWith(epoch, padding: [0, 1]));
        Assert.Equal(DecodeCode.BadContent, refusal.Code);
    }

    private static AuthenticatedContent OpenedWith(OneEpoch epoch, byte[] padding)
    {
        var content = epoch.Says(1, "text"u8);
        var signature = epoch.Framing.SignContent(epoch.KeyOf(1), WireFormat.PrivateMessage, content);
        var plaintext = new ScratchWriter(stackalloc byte[256]);
        plaintext.WriteVector("text"u8);
        plaintext.WriteVector(signature.Span);
        plaintext.WriteFixed(padding);
        var made = PrivateProtection.Encrypt(epoch.Framing, epoch.Ratchets, content, plaintext.Written, default,
            OneEpoch.Chance)!.Value;
        return epoch.Open(made.Message.ToArray()).Content;
    }

    private static bool IsRefused(OneEpoch epoch, byte[] message)
    {
        try
        {
            if (TlsCodec.Decode<MlsMessage>(message) is not MlsMessage.Private changed)
                return true;
            epoch.Open(changed.Message);
            return false;
        }
        catch (Exception refusal) when (refusal is MlsRejection or DecodeException)
        {
            return true;
        }
    }

    private static MlsErrorCode Refusal(Func<OpenedMessage> opening) =>
        Assert.Throws<MlsRejection>(() => { opening(); }).Error.Code;
}
