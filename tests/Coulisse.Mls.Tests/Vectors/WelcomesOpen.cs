using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Schedule;

namespace Coulisse.Mls.Tests.Vectors;

public sealed class WelcomesOpen
{
    [Fact]
    public void The_official_welcomes_open_are_signed_and_confirmed() => SuiteVectors.Each("welcome", (suite, one) =>
    {
        var package = ((MlsMessage.Offering)TlsCodec.Decode<MlsMessage>(one.Hex("key_package"))).KeyPackage;
        var welcome = ((MlsMessage.Welcoming)TlsCodec.Decode<MlsMessage>(one.Hex("welcome"))).Welcome;
        using var initKey = HpkePrivateKey.From(suite.Hpke.Kem, one.Hex("init_priv"))!;
        Assert.Equal(package.InitKey, initKey.PublicKey);
        var reference = suite.MakeKeyPackageRef(package.Encode().Span);
        var entry = welcome.Secrets.Single(secrets => secrets.NewMember.Value == reference);
        using var secrets = WelcomeReading.OpenSecrets(suite, welcome, entry, initKey);
        Assert.Empty(secrets.Psks);
        using var noPsk = suite.ZeroSecret();
        var groupInfo = WelcomeReading.OpenGroupInfo(suite, welcome, secrets.JoinerSecret, noPsk);
        Assert.True(suite.VerifyWithLabel(Opaque.CopyOf(one.Hex("signer_pub")), "GroupInfoTBS"u8,
            groupInfo.ToBeSigned().Span, groupInfo.Signature));
        using var epoch = suite.EpochSecrets(secrets.JoinerSecret, noPsk, groupInfo.Context.Encode().Span);
        Assert.True(epoch.VerifyConfirmationTag(
            groupInfo.Context.ConfirmedTranscriptHash.Span, groupInfo.ConfirmationTag.Span));
    });
}
