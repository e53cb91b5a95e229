using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Tests.Secrets;

public sealed class Scratch_is_cleared
{
    [Fact]
    public void It_writes_what_the_other_writer_writes_however_small_it_began()
    {
        var content = Enumerable.Range(0, 20_000).Select(one => (byte)(one % 251)).ToArray();
        foreach (var length in new[] { 0, 63, 64, 16_383, 16_384 })
        {
            var expected = new System.Buffers.ArrayBufferWriter<byte>();
            new TlsWriter(expected).WriteVector(content.AsSpan(0, length));
            Assert.Equal(TlsWriter.VectorBytes(length), expected.WrittenCount);
            var scratch = new ScratchWriter(new byte[3]);
            scratch.WriteVector(content.AsSpan(0, length));
            Assert.True(expected.WrittenSpan.SequenceEqual(scratch.Written));
            scratch.Dispose();
        }
    }

    [Fact]
    public void The_callers_memory_is_zero_after_dispose_and_after_growing()
    {
        var memory = new byte[8];
        var scratch = new ScratchWriter(memory);
        scratch.WriteUInt64(ulong.MaxValue);
        Assert.DoesNotContain((byte)0, memory);
        scratch.WriteUInt32(1);
        Assert.All(memory, one => Assert.Equal(0, one));
        scratch.Dispose();
        scratch.Dispose();

        scratch = new ScratchWriter(memory);
        scratch.WriteVector("ab"u8, "cd"u8);
        Assert.Equal([4, .. "abcd"u8], scratch.Written.ToArray());
        scratch.Dispose();
        Assert.All(memory, one => Assert.Equal(0, one));
    }
}
